# Письма о том, что нового ожидает пользователя, и их выбор.

## На странице учетной записи
mail-title = Электронная почта
mail-about = Corridor может писать на адрес { $address }, когда для вас появляется что-то новое: запись, в которой указано ваше государство, ответ, вопрос, срок.
mail-not-sent = Эта система не отправляет электронных писем: почтовый сервер не настроен. Все, что ожидает вас, находится во входящих.
mail-pace = Как часто
mail-pace-none = Без писем
mail-pace-immediately = Сразу
mail-pace-daily = Раз в день, в 06:00 по всемирному времени
mail-pace-weekly = Раз в неделю, по понедельникам в 06:00 по всемирному времени
mail-language = Язык писем
mail-content = В письме — только названия опубликованного и ссылки. Неопубликованного в письмах не бывает.
mail-set = Ваш выбор сохранен.

## О чем сообщается
notice-record_published = Опубликована запись, в которой указано ваше государство
notice-section_changed = Изменен раздел, по которому ваше государство высказалось
notice-section_contested = Раздел оспорен другой стороной
notice-information_requested = Сеть запрашивает сведения
notice-approved = Одобрено Сетью
notice-accepted = Принято Сетью
notice-declined = Отклонено Сетью
notice-pledge_names = Ваше государство названо партнером в обязательстве для панели (pledge)
notice-statement_recorded = За ваше государство записано заявление
notice-deadline_near = Срок в течение месяца
notice-submitted = Подано в Сеть
notice-sent_back = Возвращено с запрошенными сведениями

## Письмо
mail-subject-one = Corridor: { $what }
mail-subject = { $count ->
    [one] Corridor: { $count } новое уведомление
    [few] Corridor: { $count } новых уведомления
   *[many] Corridor: { $count } новых уведомлений
}
mail-intro = Вот что нового ожидает вас в Corridor.
mail-section = { $name }, раздел «{ $section }»
mail-deadline = { $name }: { $what }, { $date }
mail-record = Неопубликованная запись
mail-of-state = { $what } ({ $state })
mail-why = Вы получили это письмо, потому что так выбрано в вашей учетной записи ({ $pace }).
mail-change = Изменить выбор:
mail-stop-link = Отказаться от писем без входа в учетную запись:
mail-trial = Corridor: почта работает
mail-trial-about = Это проверочное письмо. Реестр по адресу { $site } может отправлять электронную почту.

## Отказ от писем
mail-stop = Отказаться от писем?
mail-stop-about = Corridor больше не будет писать на этот адрес. Войдя в учетную запись, можно в любое время снова выбрать письма.
mail-stop-do = Отказаться от писем
mail-stopped = Письма больше не приходят
mail-stopped-about = Corridor больше не пишет на этот адрес, пока письма не будут снова выбраны после входа в учетную запись.
mail-to-setting = К выбору писем
