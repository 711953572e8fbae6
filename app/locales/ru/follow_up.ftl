# Дальнейшая работа: встречи, заявления, рекомендации, обязательства, работа Сети.

## Навигация и общие слова

nav-talk = Дискуссия
nav-follow-up = Дальнейшая работа
entry-kind-meeting = Встреча
entry-kind-statement = Заявление
entry-kind-recommendation = Рекомендация
entry-kind-commitment = Обязательство
entry-kind-deliverable = Работа Сети
the-network-records = Сеть ООН по миграции
entry-edit = Изменить
entry-history = История
entry-draft-about = Черновик. Его видит только { $owner }.
entry-publish = Опубликовать
entry-publish-question = Опубликовать?
entry-publish-about = Это сможет прочитать любой, вместе с историей начиная с этого момента.
entry-withdraw = Снять с публикации
entry-withdraw-question = Снять с публикации?
entry-withdraw-about = Читатели больше не найдут эту запись. Ничего не удаляется, и ее можно опубликовать снова.
entry-was-saved = Сохранено.
entry-was-published = Опубликовано.
entry-was-withdrawn = Снято с публикации.
entry-was-confirmed = Подтверждено: теперь это собственное заявление государства.
entry-was-reported = Ваше сообщение записано.
entry-linked-agreements = Соглашения
entry-linked-corridors = Коридоры
entry-linked-objectives = Цели
entry-came-from = Основание
entries-about-agreement = Что о нем сказано и обещано
entries-about-agreement-empty = Об этом пока ничего не записано.
entry-began = Новая запись: { $kind }
entry-no-title = Текста пока нет
records-other = Номера других записей
records-other-hint = Номер в конце адреса записи; несколько номеров — через пробел.

## Встреча

meetings-title = Встречи
meetings-about = Встречи, посвященные Глобальному договору о миграции, и что на них сказали государства.
meetings-empty = Встречи пока не записаны.
meeting-when = Когда
meeting-where = Где
meeting-how = Как
meeting-host = Организатор
meeting-follows = Проводится после
meeting-agenda = Повестка дня
meeting-times-in-zone = Время: { $zone } (UTC{ $offset }).
meeting-your-time = по вашему времени
meeting-participants = Участники
meeting-participants-about = Государства и организации согласно программе, с их статусом на день встречи.
meeting-participants-empty = Участники пока не записаны.
meeting-attendance-not-known = форма участия не записана
meeting-goals = Цели встречи
meeting-outcomes = Ожидаемые результаты
meeting-questions = Направляющие вопросы
meeting-materials = Материалы
meeting-minutes = Протокол
meeting-no-minutes = Протокола нет. Что было сказано, реестру неизвестно, и ничего не домысливается.
meeting-to-be-confirmed = участие уточняется
meeting-statements = Что сказали государства
meeting-statements-about = Государства и направляющие вопросы. Пустая ячейка означает, что ничего не записано, а не что ничего не было сказано.
meeting-recommendations = Рекомендации
meeting-recommendations-empty = Рекомендаций не записано.
meeting-commitments = Обязательства, принятые по итогам
meeting-commitments-empty = Обязательств не записано.
question-number = Вопрос { $number }
statements-state = Государство
statements-nothing = Ничего не записано
statements-add = Записать заявление
statements-caption = { $count ->
    [one] Записано { $count } заявление.
    [few] Записано { $count } заявления.
   *[other] Записано { $count } заявлений.
  }
speaker-says = { $name }, { $function }

## Заявление

statement-of = { $state }, вопрос { $number }
statement-new = Записать заявление
statement-own = Записано самим государством.
statement-recorded-for = Записано Сетью за государство: { $state }. Государство пока не подтвердило запись.
statement-confirm = Подтвердить заявление
statement-confirm-about = Вы подтверждаете, что это слова вашего государства. После этого изменять их сможет только оно.
statement-to-commitment = Сделать обязательством
statement-to-commitment-about = Заявление остается без изменений, а обязательство сохраняет ссылку на него.
statement-commitments = Обязательства на основании этого заявления
statement-offered-agreements = Соглашения государства ({ $state }) по состоянию на { $date }
statement-source = Источник
statement-language = Язык
statement-question = Вопрос

## Обязательства, рекомендации, работа Сети

commitments-title = Обязательства
commitments-about = Что обещали сделать государства и Сеть и как продвигается работа.
commitments-empty = Таких обязательств нет.
commitments-none = Обязательств пока не записано. Обязательство начинается с заявления или здесь.
commitment-new = Записать обязательство
commitment-target = Показатель
commitment-due = Срок
commitment-partners = Совместно с
commitment-owner = Ответственный
commitment-evidence = Подтверждение
commitment-date-passed = срок прошел, сообщений нет
commitment-overdue = срок прошел
commitment-no-status = Состояние не записано
commitment-filter-owner = Чьи
commitment-filter-all = Все
commitment-filter-status = Состояние
commitment-filter-overdue = Только просроченные
commitment-filter-apply = Показать
commitments-count = { $count ->
    [one] { $count } обязательство
    [few] { $count } обязательства
   *[other] { $count } обязательств
  }
updates-title = Ход выполнения
updates-empty = Об этом пока никто не сообщал.
update-report = Сообщить о ходе выполнения
update-report-about = Ответственный сообщает о состоянии дел; партнер может добавить то, что видел. Сообщения датируются и никогда не изменяются.
update-by = { $author }, { $date }
update-evidence-link = Подтверждение
recommendation-addressed = Адресована
recommendation-all = Всем государствам-участникам
recommendation-new = Записать рекомендацию
recommendation-to-commitment = Сделать обязательством
deliverables-title = Работа Сети над соглашениями о трудовой миграции
deliverables-about = Направление работы Сети Организации Объединенных Наций по миграции, посвященное двусторонним соглашениям о трудовой миграции, и ее руководства.
deliverables-workstream = Результаты работы
deliverables-guidance = Руководства и инструменты
deliverables-empty = Ничего не записано.
deliverable-new = Записать результат работы
deliverable-explains = Разъясняет положения
deliverable-published = Опубликовано
guidance = Руководства
guidance-on-provisions = Руководства по этим положениям
never-heard-of = Сведений пока ни от кого нет

report-problem-nothing_said = Выберите состояние или напишите, что произошло.
report-problem-no_reason = Напишите, почему обязательство снято.
report-problem-no_address = Укажите адрес документа или статистики.
report-problem-not_the_owner = О состоянии сообщает только ответственный; напишите, что вы видели.

## Группы государств

facet-group = Группа государств
group-membership = { $group }: { $status }
group-since = с { $date }
group-as-at = по состоянию на { $date }
state-groups = Группы
state-said = Что сказало государство
state-said-empty = Заявлений не записано.
state-commitments = Обязательства государства

## Поля

field-meeting-title_en = Название на английском
field-meeting-title_ru = Название на русском
field-meeting-date = Дата
hint-meeting-date = Как известно: 2017, 2017-04 или 2017-04-05.
field-meeting-place = Место
field-meeting-time_zone = Часовой пояс
hint-meeting-time_zone = По нему указано время в повестке дня.
field-meeting-format = Форма проведения
field-meeting-host = Организатор
field-meeting-follows = После какой встречи проводится
field-meeting-registration_open = Можно подать заявку на участие
table-meeting-goals = Цели встречи
table-meeting-goals-add = Добавить цель
field-meeting-goals-text_en = На английском
field-meeting-goals-text_ru = На русском
table-meeting-outcomes = Ожидаемые результаты
table-meeting-outcomes-add = Добавить результат
field-meeting-outcomes-text_en = На английском
field-meeting-outcomes-text_ru = На русском
table-meeting-questions = Направляющие вопросы
table-meeting-questions-add = Добавить вопрос
hint-meeting-questions = Заявления записываются под номерами вопросов: новые вопросы добавляйте в конец.
field-meeting-questions-text_en = На английском
field-meeting-questions-text_ru = На русском
field-meeting-questions-offers_agreements = Вопрос о соглашениях: предлагать соглашения государства

table-agenda-items = Пункты
table-agenda-items-add = Добавить пункт
field-agenda-items-start = С
hint-agenda-items-start = Часы и минуты, например 16:15.
field-agenda-items-end = До
field-agenda-items-text_en = На английском
field-agenda-items-text_ru = На русском
table-agenda-speakers = Выступающие
table-agenda-speakers-add = Добавить выступающего
field-agenda-speakers-item = Номер пункта
field-agenda-speakers-name = Имя
field-agenda-speakers-function = Должность
field-agenda-speakers-to_be_confirmed = Участие уточняется

table-participation-participants = Участники
table-participation-participants-add = Добавить участника
field-participation-participants-state = Государство
field-participation-participants-organization = Или организация
field-participation-participants-standing = Участвует как
field-participation-participants-attendance = Форма участия
field-participation-participants-note = Примечание

table-materials-materials = Материалы
table-materials-materials-add = Добавить документ
field-materials-materials-title = Название
field-materials-materials-address = Адрес в интернете
field-materials-materials-note = Примечание

field-minutes-text = Протокол
hint-minutes-text = Каждая редакция сохраняется в истории.

field-statement-text = Что сказало государство
hint-statement-text = Его собственными словами или в изложении, в котором так и сказано.
field-statement-language = Язык
field-statement-speaker = Кто выступил
field-statement-source = Где это зафиксировано
field-statement-address = Адрес в интернете
field-statement-agreements = О каких соглашениях
table-statement-corridors = О каких коридорах
table-statement-corridors-add = Добавить коридор
field-statement-corridors-one = Одно государство
field-statement-corridors-other = Другое государство
field-statement-objectives = Цели Глобального договора

field-commitment-text = Что предстоит сделать
field-commitment-target = По чему судить о выполнении
hint-commitment-target = То, что можно сосчитать или увидеть, например: «соглашение подписано обеими сторонами».
field-commitment-due = Срок
hint-commitment-due = Как известно: 2025, 2025-04 или 2025-04-05.
table-commitment-partners = Партнеры
table-commitment-partners-add = Добавить партнера
field-commitment-partners-state = Государство
field-commitment-partners-organization = Или организация
field-commitment-objectives = Цели Глобального договора
field-commitment-agreements = О каких соглашениях
field-commitment-note = Примечание

field-recommendation-text_en = На английском
field-recommendation-text_ru = На русском
table-recommendation-states = Каким государствам адресована
table-recommendation-states-add = Добавить государство
hint-recommendation-states = Оставьте пустым, если она адресована всем участникам.
field-recommendation-states-state = Государство
field-recommendation-to_network = Адресована Сети
field-recommendation-due = Срок
field-recommendation-objectives = Цели Глобального договора
field-recommendation-source = Где это зафиксировано
field-recommendation-address = Адрес в интернете

field-deliverable-kind = Что это
field-deliverable-text_en = Название на английском
field-deliverable-text_ru = Название на русском
field-deliverable-about_en = Описание на английском
field-deliverable-about_ru = Описание на русском
field-deliverable-due = Срок или дата публикации
field-deliverable-address = Адрес в интернете
field-deliverable-provisions = Какие положения разъясняет

field-report-status = Состояние
field-report-text = Что произошло
field-report-evidence = На чем это основано
field-report-address = Адрес подтверждения

form-meeting = Встреча
form-meeting-about = Что это за встреча, когда и где она проводится и какие вопросы задаются.
form-agenda = Повестка дня
form-agenda-about = Пункты с указанием времени и выступающие.
form-participation = Участники
form-participation-about = Государства и организации с их статусом на день встречи.
form-materials = Материалы
form-materials-about = Что раздается участникам.
form-minutes = Протокол
form-minutes-about = Что было сказано, в изложении протокола.
form-statement = Заявление
form-statement-about = Что государство сказало в ответ на направляющий вопрос и о чем идет речь.
form-commitment = Обязательство
form-commitment-about = Что предстоит сделать, к какому сроку, с кем и как увидеть, что это сделано.
form-recommendation = Рекомендация
form-recommendation-about = Что рекомендуется и кому.
form-deliverable = Работа Сети
form-deliverable-about = Результат работы или руководство и положения, которые оно разъясняет.
form-report = Сообщение
form-report-about = Что произошло и на чем это основано.

problem-required = Заполните это поле.
problem-not_a_time = Укажите часы и минуты, например 16:15.

## Названия значений

meeting_format-in_person = Очно
meeting_format-online = Онлайн
meeting_format-hybrid = Очно и онлайн
attendance-in_person = Очно
attendance-online = Онлайн
participant_standing-member = Член
participant_standing-observer = Наблюдатель
participant_standing-invited = Приглашенный
participant_standing-stakeholder = Заинтересованная сторона
progress_status-yet_to_start = Не начато
progress_status-in_progress = Выполняется
progress_status-completed = Выполнено
progress_status-dropped = Снято
evidence_level-self_reported = По собственному сообщению
evidence_level-confirmed_by_partner = Подтверждено партнером
evidence_level-backed_by_document = Подтверждено документом
evidence_level-backed_by_statistics = Подтверждено статистикой
deliverable_kind-deliverable = Результат работы
deliverable_kind-guidance = Руководство
deliverable_kind-tool = Инструмент
membership-member = Член
membership-observer = Наблюдатель
membership-accession_pending = Присоединение рассматривается
membership-chair = Председатель
act-confirmed = Подтверждено
act-reported = Сообщение о ходе выполнения

## Две стороны одной записи

two-sides = Что говорит другая сторона
two-sides-about = Каждый раздел подтверждают или оспаривают стороны, которые его не вносили. Измененный раздел теряет свое подтверждение, остальные сохраняют.
side-say = Подтвердить или оспорить
side-confirm = Подтвердить этот раздел
side-contest = Указать другие сведения
side-contest-about = Измените то, что у вашего государства записано иначе, и оставьте остальное как есть. Обе версии будут показаны рядом; реестр не выбирает между ними.
side-reason-asked = Почему у вашего государства записано иначе
side-reason = Причина: { $reason }
side-confirmed = { $state }: подтверждено { $date }.
side-changed-since = { $state }: ответ дан { $date }, с тех пор раздел изменился.
side-contested = { $state }: в этом разделе записано иначе, { $date }.
side-contested-table = Обе версии
side-records = По записи: { $state }
side-public-source = Из открытого источника
side-changed-meanwhile = Пока вы читали, раздел изменился. Посмотрите на него еще раз.
word-was-said = Ответ вашего государства записан.
answer-confirmed = Подтверждено
answer-contested = Оспорено
answer-changed_since = Изменено после ответа
answer-not_answered = Нет ответа
record_answer-contested = Оспорено
record_answer-confirmed = Подтверждено другой стороной
record_answer-partly_confirmed = Подтверждено частично
record_answer-one_party = Внесено одной стороной
word-problem-no_reason = Напишите, почему у вашего государства записано иначе.
word-problem-nothing_differs = Ваша версия не отличается от записанной. Измените то, что записано иначе, или подтвердите раздел.
facet-answer = Что говорит другая сторона
contested-in = Оспорено: { $section } ({ $state })
signed-by-both = По записи ({ $recorder }): { $date }; по записи ({ $state }): { $other }

## Входящие

inbox = Входящие
inbox-about = Что ожидает ответа. Государство: { $state }.
inbox-records = Соглашения, в которых названо ваше государство
inbox-records-about = Внесены другими или взяты из открытых источников; последние изменения сверху. Подтвердите или оспорьте разделы либо примите запись на себя, изменив ее.
inbox-no-records = Ничего не ожидает: ваше государство ответило на все записи, в которых оно названо.
inbox-sections = { $count ->
    [one] Ожидает ответа { $count } раздел
    [few] Ожидают ответа { $count } раздела
   *[other] Ожидают ответа { $count } разделов
  }
inbox-changed = { $count ->
    [one] из них { $count } изменился после ответа вашего государства
    [few] из них { $count } изменились после ответа вашего государства
   *[other] из них { $count } изменились после ответа вашего государства
  }
inbox-statements = Заявления, записанные Сетью за ваше государство
inbox-no-statements = Подтверждения ничего не ожидает.

## Practices and pledges

entry-kind-practice = Практика
entry-kind-pledge = Обязательство для панели (pledge)
practice-list-title = Практики
practice-list-about = Удачный опыт на пути в хранилище практик Центра Сети по миграции: его описывает государство, рассматривают один внутренний и два внешних рецензента.
practice-list-empty = Практик пока не записано.
practice-new = Записать практику
pledge-list-title = Обязательства для панели (pledges)
pledge-list-about = Измеримые обязательства с конечным сроком на пути к панели обязательств по Глобальному договору.
pledge-list-empty = Таких обязательств пока не записано.
pledge-new = Записать обязательство для панели
practices-count = { $count ->
    [one] { $count } практика
    [few] { $count } практики
   *[other] { $count } практик
  }
pledges-count = { $count ->
    [one] { $count } обязательство
    [few] { $count } обязательства
   *[other] { $count } обязательств
  }
pledge-draft-about = Черновик. Видят только { $owner } и государства-партнёры, названные в нём.
entry-filed-about = Не опубликовано. Видят { $owner } и Сеть.
filed-next = Следующие шаги
filed-as-text = Весь текст без оформления, в порядке формы
filed-of-agreement = Подать результат в Сеть
filed-of-agreement-about = В черновик переносится всё, что есть в записи и о чём спрашивает форма; сама запись не меняется.
practice-of-agreement = Сделать из него практику
pledge-of-agreement = Сделать из него обязательство для панели
inbox-filed = Практики и обязательства для панели
inbox-no-filed = Ни одна практика и ни одно обязательство для панели не ждут вашего государства.
practice-network-says = Сеть — государству
practice-review-about = Это видит только Сеть. Сообщение государству показывается ему, когда запрошены сведения и когда практика отклонена.
pledge-part-confirmed = { $state }: участие подтверждено { $date }.
pledge-part-open = { $state }: участие не подтверждено.
pledge-part-was-confirmed = Участие вашего государства подтверждено.
pledge-confirm = Подтвердить участие вашего государства
pledge-confirm-about = Вы подтверждаете, что ваше государство участвует в этом обязательстве в том виде, как оно записано.
step-lacks = Пока не хватает:
step-taken-already = Тем временем сделан другой шаг.
step-was-taken = Сделано. В истории останется, кто и когда это сделал.
step-was-not-taken = Не выполнено: тем временем что-то изменилось. Чего не хватает, перечислено ниже.
step-submit = Подать в Сеть
step-about-submit = Сеть увидит запись. Пока она находится на рассмотрении, её текст изменить нельзя.
step-recall = Отозвать
step-about-recall = Запись снова станет черновиком государства; Сеть её больше не увидит.
step-take_up = Принять к рассмотрению
step-about-take_up = После этого государство не сможет её отозвать.
step-request_information = Запросить сведения у государства
step-about-request_information = Государство увидит сообщение, изменит текст и подаст его снова.
step-approve = Одобрить
step-about-approve = После этого государство сможет её опубликовать.
step-decline = Отклонить
step-about-decline = Государство увидит сообщение и сможет начать заново.
step-revise = Начать заново
step-about-revise = Запись снова станет черновиком, с сохранением истории.
step-done-submit = Подано в Сеть
step-done-recall = Отозвано
step-done-take_up = Принято к рассмотрению
step-done-request_information = У государства запрошены сведения
step-done-approve = Одобрено
step-done-decline = Отклонено
step-done-revise = Начато заново
practice-gap-no_title = Название.
practice-gap-no_primary_objective = Хотя бы одна основная цель.
practice-gap-no_summary = Краткое изложение.
practice-gap-no_organization = Основные организации-исполнители.
practice-gap-no_details = Подробные сведения.
practice-gap-not_declared = Рецензент, давший отзыв, не заявил о конфликте интересов или его отсутствии.
practice-gap-no_internal_reviewer = Отзыв внутреннего рецензента без конфликта интересов.
practice-gap-too_few_external_reviewers = Отзывы двух внешних рецензентов без конфликта интересов.
practice-gap-reviewers_disagree = Мнения рецензентов расходятся: решает ещё один рецензент.
practice-gap-no_message = Сообщение государству.
pledge-gap-no_title = Название.
pledge-gap-no_kind = Вид обязательства.
pledge-gap-no_form = Указание, с кем оно принимается.
pledge-gap-no_objective = Хотя бы одна цель.
pledge-gap-no_end = Конечный срок: обязательство ограничено во времени.
pledge-gap-description_too_short = Описание не короче 300 знаков.
pledge-gap-description_too_long = Описание не длиннее 3000 знаков.
pledge-gap-no_metric = Показатель, по которому оно измеряется.
pledge-gap-no_partner = Участники.
pledge-gap-no_matched_pledge = Название и номер обязательства, к которому оно присоединяется.
pledge-gap-partner_not_confirmed = Подтверждение каждого государства-партнёра.

form-practice = Практика
form-practice-about = В порядке формы Центра. Черновик может быть неполным; при подаче будет сказано, чего не хватает.
form-peer_review = Сообщение государству
form-peer_review-about = Государство видит его, когда запрошены сведения и когда практика отклонена; до этого его видит только Сеть.
form-pledge = Обязательство для панели
form-pledge-about = В порядке формы панели. Речь идёт о мигрантах; обязательства, касающиеся беженцев и просителей убежища, подаются в другом месте.

field-practice-title = Название
field-practice-primary_objectives = Основные цели Глобального договора
field-practice-secondary_objectives = Дополнительные цели
field-practice-principles = Руководящие принципы
field-practice-sdgs = Цели в области устойчивого развития
field-practice-from = С
field-practice-to = По
hint-practice-to = Оставьте пустым, пока практика продолжается.
field-practice-practice_type = Вид практики
hint-practice-practice_type = Например: «Партнёрство, инициатива с участием многих сторон».
field-practice-scope = Географический охват
table-practice-countries = Страны
table-practice-countries-add = Добавить страну
field-practice-countries-state = Страна
field-practice-summary = Краткое изложение
field-practice-organizations = Основные организации-исполнители
field-practice-details = Подробные сведения
field-practice-partners = Организации-партнёры и доноры
field-practice-benefit = Польза и результаты
field-practice-lessons = Основные уроки
field-practice-recommendations = Рекомендации для тех, кто повторит этот опыт
field-practice-innovation = Новизна
field-practice-resources = Дополнительные материалы
field-practice-agreements = Соглашения, на которых она основана
table-peer_review-reviewers = Рецензенты
table-peer_review-reviewers-add = Добавить рецензента
field-peer_review-reviewers-name = Имя
field-peer_review-reviewers-kind = Рецензент
field-peer_review-reviewers-declaration = Конфликт интересов
field-peer_review-reviewers-opinion = Отзыв
field-peer_review-reviewers-comment = Замечание
field-peer_review-message = Сообщение
hint-peer_review-message = Какие ещё сведения нужны или почему практика отклонена.
field-pledge-title = Название
field-pledge-kind = Вид обязательства
field-pledge-form = С кем
table-pledge-partners = Кто участвует
table-pledge-partners-add = Добавить партнёра
field-pledge-partners-state = Государство
field-pledge-partners-organization = Или организация
field-pledge-matched_title = Название обязательства, к которому оно присоединяется
field-pledge-matched_id = Номер обязательства, к которому оно присоединяется
field-pledge-objectives = Цели Глобального договора
field-pledge-principles = Руководящие принципы
field-pledge-from = С
field-pledge-to = По
field-pledge-place = Где
field-pledge-description = Описание
hint-pledge-description = От 300 до 3000 знаков.
field-pledge-metric = Показатель
hint-pledge-metric = По чему оно измеряется, например число соглашений или людей.
field-pledge-dashboard_id = Номер на панели
field-pledge-agreements = Соглашения, на которых оно основано

declaration-no_conflict = Конфликта интересов нет
declaration-conflict = Конфликт интересов есть
geographic_scope-local = Местный
geographic_scope-national = Национальный
geographic_scope-bilateral = Двусторонний
geographic_scope-regional = Региональный
geographic_scope-global = Глобальный
opinion-approve = Одобрить
opinion-more_information = Запросить сведения
opinion-decline = Отклонить
pledge_form-own = Собственное
pledge_form-common = Общее
pledge_form-in_partnership = В партнёрстве
pledge_form-matching = Присоединение к другому
pledge_kind-financial = Финансовое
pledge_kind-human_resources = Кадровое
pledge_kind-process = Процедурное
pledge_kind-policy = Политическое
practice_stage-draft = Черновик
practice_stage-submitted = Подано
practice_stage-in_review = На рассмотрении
practice_stage-information_requested = Запрошены сведения
practice_stage-approved = Одобрено
practice_stage-declined = Отклонено
reviewer_kind-internal = Внутренний (от ООН)
reviewer_kind-external = Внешний
