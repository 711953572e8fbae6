# Участие во встрече: заявки, решения и что становится с тем, что написали люди. Редакции протокола.

## На странице встречи

registration = Регистрация
registration-open = Регистрация открыта
registration-not-open = Регистрация не открыта
registration-over = Регистрация закрыта: встреча прошла
registration-after-publishing = Регистрация откроется после опубликования встречи
registrations-link = { $count ->
    [one] { $count } заявка
    [few] { $count } заявки
   *[many] { $count } заявок
}
registrations-waiting = { $count ->
    [0] Нет заявок, ожидающих решения.
    [one] { $count } ожидает решения.
    [few] { $count } ожидают решения.
   *[many] { $count } ожидают решения.
}

## Заявка

form-registration = Заявка на участие
form-registration-about = Учетная запись не нужна. По каждой заявке решение принимают координаторы Сети.
field-registration-name = Имя и фамилия
field-registration-function = Должность
field-registration-state = Государство, которое вы представляете
hint-registration-state = Не заполняйте, если представляете только организацию.
field-registration-organization = Организация
hint-registration-organization = Министерство, ведомство, профсоюз, объединение или учреждение. Укажите, если не указали государство.
field-registration-email = Адрес электронной почты
hint-registration-email = С одного адреса одобряется одна заявка.
field-registration-attendance = Форма участия
field-registration-interpretation = Язык, на который вам нужен перевод
hint-registration-interpretation = Не заполняйте, если перевод не нужен.
field-registration-needs = Что вам необходимо для участия
hint-registration-needs = Например, пандус, субтитры, жестовый язык. Не больше 500 знаков.
field-registration-consent = Согласие на хранение координаторами Сети указанных сведений для этой встречи
registration-held-so = Форма участия: { $way }.
registration-privacy = Указанные сведения нужны для подготовки этой встречи. Их видят только координаторы Сети; они не публикуются. На странице встречи называются государства и организации, но не люди.
registration-privacy-after = Заявку можно отозвать на своей странице в любое время: указанные сведения тогда сразу удаляются. После встречи координаторы могут удалить все сведения; останутся только итоговые числа.
registration-send = Отправить заявку
registration-to-meeting = К странице встречи
problem-not_an_email = Укажите адрес электронной почты, например name@example.org.
problem-not_ticked = Отметьте это поле: без вашего согласия заявка не сохраняется.
problem-nobody_named = Укажите государство, которое вы представляете, или организацию.
problem-not_held_so = В такой форме встреча не проводится. Выберите другую.
problem-too_many = За короткое время поступило слишком много заявок. Подождите и отправьте заявку еще раз.

## Своя страница

registration-own = Ваша заявка на участие
registration-was-sent = Заявка отправлена. Сохраните адрес этой страницы: он больше нигде не показывается и ведет обратно сюда.
registration-was-changed = Сохранено.
registration-was-withdrawn = Заявка отозвана. Указанные сведения удалены.
registration-address = Адрес этой страницы
registration-address-about = По этому адресу любой может прочитать и отозвать вашу заявку. Никому его не сообщайте.
registration-stands = Состояние
registration-status-asked = Ожидает решения
registration-status-approved = Одобрена
registration-status-declined = Отклонена
registration-status-withdrawn = Отозвана
registration-decided-on = Дата решения
registration-reason = Причина
registration-asked-on = Дата отправки
registration-change = Форма участия
registration-change-about = Если выбрать другую форму, одобренная заявка будет снова ожидать решения.
registration-withdraw = Отозвать заявку
registration-withdraw-about = Указанные сведения будут удалены без возможности восстановления. В итоговых числах останется, что заявка была отозвана.
registration-erased = удалено

## Список для координаторов

registrations = Заявки на участие
registrations-about = Указанные людьми сведения — личные. Их видят только координаторы.
registrations-by-status = По состоянию
registrations-all = Все
registrations-filter = { $label }: { $count }
registrations-empty = Заявок здесь нет.
registrations-order = В порядке поступления.
registrations-tick = Отметка
registrations-tick-one = Отметить: { $name }
registrations-from = Откуда
registrations-name = Имя и фамилия
registrations-function = Должность
registrations-state = Государство
registrations-organization = Организация
registrations-attendance = Форма участия
registrations-interpretation-into = Язык перевода
registrations-needs = Необходимо для участия
registrations-decision = Решение
registrations-interpretation = Перевод: { $language }
registrations-same-address = Заявок с этого адреса электронной почты: { $count }
registrations-asked-on = отправлена { $date }
registrations-decided-by = { $author }, { $date }
registration-decision-approve = Одобрить
registration-decision-decline = Отклонить
registrations-reason-about = Нужна, чтобы отклонить заявку. Человек прочтет ее на своей странице.
registrations-reason-needed = Напишите причину: человек ее прочтет.
registrations-reason-too-long = Текст слишком длинный: сократите его до { $limit } знаков.
registrations-none-ticked = Отметьте заявки, по которым принимаете решение.
registrations-approve-ticked = Одобрить отмеченные
registrations-decline-ticked = Отклонить отмеченные
registrations-decided = { $count ->
    [0] Менять было нечего.
    [one] Решение принято по { $count } заявке.
    [few] Решение принято по { $count } заявкам.
   *[many] Решение принято по { $count } заявкам.
}
registrations-left = { $count ->
    [one] { $count } заявка оставлена без изменений: с того же адреса электронной почты уже одобрена другая.
    [few] { $count } заявки оставлены без изменений: с того же адреса электронной почты уже одобрена другая.
   *[many] { $count } заявок оставлены без изменений: с того же адреса электронной почты уже одобрена другая.
}
registrations-counts = Кто откуда
registrations-counts-about = Заявки, ожидающие решения, и одобренные заявки по форме участия. Отклоненные и отозванные не учитываются.
registrations-approved-in-person = Одобрены, очно
registrations-approved-online = Одобрены, онлайн
registrations-organizations = Организации без указания государства
registrations-total = Всего
registrations-participants = Перенос в число участников встречи
registrations-participants-about = Государства и организации, от которых заявки одобрены и которых еще нет среди участников встречи, добавляются к участникам с указанием формы участия. Имена людей не переносятся. Если у кого-то другой статус, исправьте его потом.
registrations-states-as = Статус государств
registrations-organizations-as = Статус организаций
registrations-take-over = Добавить одобренные государства к участникам
registrations-taken-over = Из одобренных заявок
registrations-added = { $count ->
    [0] Ничего не добавлено: все они уже среди участников.
    [one] К участникам добавлено: { $count } государство или организация.
    [few] К участникам добавлено: { $count } государства и организации.
   *[many] К участникам добавлено: { $count } государств и организаций.
}
registrations-collided = Участников в это же время изменил кто-то другой. Ничего не добавлено: повторите действие.
registrations-door = Список для входа
registrations-door-about = Все, чьи заявки одобрены, в виде таблицы. В ней есть имена: удалите ее после встречи.
registrations-door-csv = Скачать список (CSV)
registrations-privacy = Сведения, указанные людьми
registrations-privacy-about = После встречи они никому не нужны. Удалите их: государство, форма участия и решение останутся для итоговых чисел.
registrations-erase = Удалить указанные сведения
registrations-erase-later = Удалить их можно после дня встречи.
registrations-erase-question = Удалить сведения, указанные в заявках на участие?
registrations-erase-about = Имена, адреса, потребности и причины будут удалены без возможности восстановления. Страницы заявителей исчезнут. Государство, форма участия и решение останутся для итоговых чисел.
registrations-erased = { $count ->
    [0] Удалять было нечего.
    [one] Удалены сведения из { $count } заявки.
    [few] Удалены сведения из { $count } заявок.
   *[many] Удалены сведения из { $count } заявок.
}

## Протокол

minutes-versions = Редакции протокола
minutes-version = Редакция { $number } от { $date }, автор: { $author }
minutes-what-changed = Что изменилось
minutes-from = Было
minutes-to = Стало
minutes-compare = Показать изменения
minutes-same = Выберите две разные редакции.
minutes-unchanged = { $count ->
    [one] … { $count } строка без изменений …
    [few] … { $count } строки без изменений …
   *[many] … { $count } строк без изменений …
}
minutes-history = Все изменения встречи
