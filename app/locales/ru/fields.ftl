# Названия разделов и полей записи, пояснения к ним и сообщения об ошибках.

## Документ

section-identity = Документ
section-identity-about = Что это за документ, как он называется и о чем он.
field-identity-kind = Вид документа
hint-identity-kind = Исходите из содержания документа, а не только из его названия.
field-identity-legal_nature = Правовой характер
hint-identity-legal_nature = Намеревались ли стороны принять на себя юридические обязательства. Название этого не определяет. Если из текста это не видно, выберите «Не определено».
field-identity-level = Уровень заключения
hint-identity-level = Кем заключен документ: государствами, министерствами, ведомствами, региональными или местными органами власти либо операторами.
table-identity-titles = Названия
table-identity-titles-add = Добавить название
hint-identity-titles = По одной строке на каждый язык; название пишется так, как в тексте.
field-identity-titles-text = Название
field-identity-titles-language = Язык
field-identity-titles-original = Название аутентичного текста, а не перевод
table-identity-authentic_languages = Языки аутентичных текстов
table-identity-authentic_languages-add = Добавить язык
hint-identity-authentic_languages = Языки, на которых текст является аутентичным; обычно они указаны в заключительных положениях.
field-identity-authentic_languages-language = Язык
field-identity-text_availability = Текст
hint-identity-text_availability = Располагают ли текстом соглашения те, кто вносит сведения о нем.
field-identity-made_public = Обнародовано сторонами
hint-identity-made_public = «Да», если текст может прочитать любой: например, в официальном издании или на сайте министерства.
field-identity-summary = Краткое содержание
hint-identity-summary = О чем документ, в нескольких предложениях.

## Стороны и органы

section-parties = Стороны и органы
section-parties-about = Кто заключил соглашение и какие органы действуют от имени каждой стороны.
table-parties-parties = Стороны
table-parties-parties-add = Добавить сторону
hint-parties-parties = Не менее двух. Соглашение между более чем двумя сторонами также вносится одной записью.
field-parties-parties-code = Сторона
field-parties-parties-role = Роль
hint-parties-parties-role = Откуда приезжают работники и куда они направляются. Если это неизвестно, оставьте поле пустым.
table-parties-authorities = Органы
table-parties-authorities-add = Добавить орган
hint-parties-authorities = Сначала сохраните стороны, затем укажите органы каждой из них.
field-parties-authorities-party = Сторона
field-parties-authorities-function = Функция
field-parties-authorities-name = Название органа

## События и срок действия

section-life = События и срок действия
section-life-about = Что и когда произошло с соглашением и на какой срок оно заключено. По этим данным определяется статус.
table-life-events = События
table-life-events-add = Добавить событие
hint-life-events = По одной строке на каждое событие. Если у сторон даты различаются, добавьте строку для каждой стороны.
field-life-events-kind = Событие
field-life-events-date = Дата
hint-life-events-date = Насколько известно: 2017, 2017-04 или 2017-04-05. Если дата неизвестна, оставьте поле пустым.
field-life-events-party = Сторона
hint-life-events-party = Только если событие касается одной стороны. Если оно касается всех, оставьте поле пустым.
field-life-events-effective = Дата, с которой действует
hint-life-events-effective = Для продления — новая дата окончания. Для уведомления, прекращения или замены — день, с которого они имеют силу.
field-life-events-place = Место
field-life-events-note = Примечание
field-life-duration = Срок действия
hint-life-duration = На какой срок, согласно тексту, заключено соглашение.
field-life-term_months = Срок в месяцах
hint-life-term_months = Только если срок определен; считается со дня вступления в силу. Пять лет — это 60 месяцев.
field-life-expires_on = Последний день действия
hint-life-expires_on = День, в который соглашение прекращает действовать, если ничего иного не произойдет, — когда он указан в тексте или другом источнике. Насколько известно: 2017, 2017-04 или 2017-04-05.
field-life-tacit_renewal = Продлевается автоматически по окончании срока
hint-life-tacit_renewal = «Да», если соглашение продолжает действовать, пока одна из сторон не направит уведомление.
field-life-renewal_months = Продолжительность каждого продления в месяцах
hint-life-renewal_months = Если она равна первоначальному сроку, оставьте поле пустым.
field-life-notice_months = Срок уведомления в месяцах
hint-life-notice_months = За сколько месяцев до окончания срока следует направить уведомление или через сколько месяцев после уведомления соглашение прекращается. Если в тексте этого нет, оставьте поле пустым; после направления уведомления будет принят срок в двенадцать месяцев.
field-life-survival = Что сохраняет силу после прекращения
hint-life-survival = Например, приобретенные права или действующие договоры.

## Сфера охвата

section-scope = Сфера охвата
section-scope-about = На каких работников распространяется соглашение, сколько их и кто осуществляет наем.
table-scope-sectors = Секторы
table-scope-sectors-add = Добавить сектор
hint-scope-sectors = Секторы по Международной стандартной отраслевой классификации (МСОК). Если в тексте они не названы, оставьте поле пустым.
field-scope-sectors-code = Сектор
table-scope-occupations = Занятия
table-scope-occupations-add = Добавить занятие
hint-scope-occupations = Группы по Международной стандартной классификации занятий (МСКЗ-08). Если в тексте они не названы, оставьте поле пустым.
field-scope-occupations-code = Занятие
field-scope-in_words = Секторы и занятия своими словами
hint-scope-in_words = Так, как в тексте, если ни один сектор и ни одно занятие из списков не подходит.
field-scope-categories = Категории работников
field-scope-quota_method = Как определяется число работников
field-scope-quota_number = Число работников
hint-scope-quota_number = Человек, если в тексте указано одно число.
field-scope-quota_text = Порядок определения числа своими словами
hint-scope-quota_text = Так, как в тексте, например «25 в первый год, 50 во второй».
field-scope-recruitment = Кто осуществляет наем

## Положения

section-provisions = Положения
section-provisions-about = Что говорится в тексте по каждому из 34 положений в рамках 20 критериев надлежащей практики МОТ.
table-provisions-findings = Что говорится в первоначальном тексте
hint-provisions-findings = «Нет» означает, что текст прочитан и такого положения в нем нет. «Определить нельзя» означает, что текст недоступен или неясен. Если текст еще никто не читал, оставьте поле пустым.
field-provisions-findings-finding = Результат анализа
field-provisions-findings-article = Статья
hint-provisions-findings-article = Например, 9(2).
field-provisions-findings-note = Примечание
table-provisions-later = Что изменили более поздние документы
table-provisions-later-add = Добавить результат по более позднему документу
hint-provisions-later = Только то, что изменено поправкой или протоколом. Результат действует с указанной даты; до нее учитывается первоначальный текст.
field-provisions-later-item = Положение
field-provisions-later-finding = Результат анализа
field-provisions-later-text = Более поздний документ
hint-provisions-later-text = Например, «Протокол от 3 июня 2019 года».
field-provisions-later-since = Действует с
hint-provisions-later-since = Дата, с которой действует изменение: 2017, 2017-04 или 2017-04-05.
field-provisions-later-article = Статья
hint-provisions-later-article = Статья более позднего документа, например 2(1).

## Социальное обеспечение

section-social_security = Социальное обеспечение
section-social_security-about = Как соглашение регулирует социальное обеспечение и что оно предоставляет в каждой из девяти отраслей.
field-social_security-mode = Как соглашение регулирует социальное обеспечение
hint-social_security-mode = Если в тексте о социальном обеспечении не говорится, но на работников распространяется отдельное соглашение о социальном обеспечении, выберите «В тексте об этом не говорится» и укажите связь с ним в разделе «Номера, связи и источники».
field-social_security-article = Статья
hint-social_security-article = Например, 9(2).
table-social_security-branches = Отрасли
hint-social_security-branches = По каждой отрасли: обращаются ли с работниками так же, как с гражданами, суммируются ли периоды в обеих странах и выплачиваются ли пособия за границей. Если текст еще никто не читал, оставьте поле пустым.
field-social_security-branches-equality = Равное обращение
field-social_security-branches-totalization = Суммирование периодов
field-social_security-branches-export = Выплата за границей
field-social_security-branches-article = Статья
field-social_security-branches-note = Примечание
table-social_security-principles = Принципы координации
hint-social_security-principles = Предусмотрен ли в тексте каждый из пяти принципов.
field-social_security-principles-finding = Результат анализа
field-social_security-principles-article = Статья
field-social_security-material_scope = Предметная сфера действия
hint-social_security-material_scope = Своими словами, например системы, установленные законом, системы, основанные на взносах, сберегательный фонд.
field-social_security-personal_scope = Круг лиц
hint-social_security-personal_scope = Своими словами, например граждане, члены их семей, беженцы, самозанятые или командированные работники.
field-social_security-exclusions = Исключения
hint-social_security-exclusions = Отрасли социального обеспечения, секторы или лица, на которые текст не распространяется.
field-social_security-health_cover = Медицинское обслуживание
field-social_security-health_cover_of_family = Медицинская помощь предоставляется и семье
field-social_security-medical_examination_payer = Кто оплачивает медицинский осмотр до выезда
field-social_security-employment_injury = Защита при производственном травматизме
field-social_security-posted_months = Командирование: максимальный первоначальный срок, в месяцах
hint-social_security-posted_months = Как долго на командированного работника может распространяться законодательство страны происхождения.
field-social_security-posted_extension_months = Командирование: максимальное продление, в месяцах
field-social_security-posted_consent = Командирование: для продления нужно согласие другой стороны
field-social_security-posted_self_employed_months = Самостоятельно занятые: наибольший срок, в месяцах
hint-social_security-posted_self_employed_months = Как долго на самостоятельно занятое лицо может распространяться законодательство страны происхождения.
field-social_security-certificate = Название свидетельства
hint-social_security-certificate = Так, как в тексте, например «свидетельство о применимом законодательстве».
field-social_security-totalization_minimum_months = Минимальный страховой стаж для суммирования, в месяцах
hint-social_security-totalization_minimum_months = Период, который необходимо выработать по законодательству одной стороны, чтобы к нему были добавлены периоды в другой стороне. Один год — это 12 месяцев.
field-social_security-third_state_periods = Учитываются периоды в третьих государствах
field-social_security-overlapping_periods = Совпадающие периоды
hint-social_security-overlapping_periods = Что говорится в тексте о периодах, пройденных в обеих странах одновременно.
field-social_security-calculation = Как исчисляется пенсия
field-social_security-export_to_third_states = Пособия выплачиваются и в третьих государствах
field-social_security-export_conditions = Условия выплаты за границей
hint-social_security-export_conditions = Кто несет расходы на перевод и что уменьшает размер пособия.
field-social_security-contribution_refund = Взносы могут быть возвращены
field-social_security-contribution_refund_conditions = Условия возврата взносов
field-social_security-double_contribution_relief = Двойная уплата взносов исключена
hint-social_security-double_contribution_relief = «Да», если взносы за одну и ту же работу уплачиваются только в одной стране.
field-social_security-data_protection = Положение о защите персональных данных
field-social_security-administrative_arrangement = Административная договоренность
hint-social_security-administrative_arrangement = Имеется ли она, когда она подписана и вступила в силу. Если она внесена в реестр отдельной записью, укажите связь в разделе «Номера, связи и источники».
field-social_security-arrangement_signed = Дата подписания административной договоренности
hint-social_security-arrangement_signed = Как известно: 2017, 2017-04 или 2017-04-05.
field-social_security-arrangement_in_force = Административная договоренность в силе с
hint-social_security-arrangement_in_force = Как известно: 2017, 2017-04 или 2017-04-05.
field-social_security-multilateral_instruments = Многосторонние документы
hint-social_security-multilateral_instruments = Документы с участием других государств, которые действуют и между сторонами.
table-social_security-institutions = Учреждения
table-social_security-institutions-add = Добавить учреждение
hint-social_security-institutions = Органы и учреждения каждой стороны, применяющие положения о социальном обеспечении.
field-social_security-institutions-party = Сторона
field-social_security-institutions-function = Функция
field-social_security-institutions-name = Название учреждения
field-social_security-note = Примечание

## Навыки

section-skills = Навыки
section-skills-about = Обучение, признание навыков и распределение расходов. Если в соглашении нет ничего о навыках, оставьте весь раздел пустым.
field-skills-model = Модель
hint-skills-model = Где проходит обучение и кто переезжает.
field-skills-track = Целевой рынок труда
hint-skills-track = Для какого рынка труда готовят людей.
field-skills-trainees_home = Обучающиеся, которые остаются
hint-skills-trainees_home = Человек, подготовленных для рынка труда страны происхождения.
field-skills-trainees_home_women = Из них женщин (остаются)
field-skills-trainees_away = Обучающиеся, которые выезжают
hint-skills-trainees_away = Человек, подготовленных для рынка труда страны назначения.
field-skills-trainees_away_women = Из них женщин (выезжают)
field-skills-recognition = Как признаются навыки
field-skills-isced_level = Уровень по МСКО 2011
hint-skills-isced_level = От 0 (образование детей младшего возраста) до 8 (докторантура или ее эквивалент) по Международной стандартной классификации образования.
field-skills-qualification = Квалификация
hint-skills-qualification = Квалификация и ее уровень в национальной или региональной рамке, своими словами.
field-skills-training = Обучение
hint-skills-training = Чему обучают, где, кто и как долго.
table-skills-costs = Расходы и плательщики
table-skills-costs-add = Добавить расход
hint-skills-costs = По одной строке на каждую группу расходов и каждого плательщика.
field-skills-costs-group = Что оплачивается
field-skills-costs-payer = Кто платит
field-skills-costs-amount = Сумма
hint-skills-costs-amount = В целых единицах валюты, например 1200000. Если сумма неизвестна, оставьте поле пустым.
field-skills-costs-currency = Валюта
hint-skills-costs-currency = Три буквы кода ISO 4217, например EUR.
field-skills-costs-year = Год
hint-skills-costs-year = Год, к которому относится сумма.
field-skills-note = Примечание

## Интеграция и участие

section-integration = Интеграция и участие
section-integration-about = Что соглашение предусматривает для интеграции и возвращения и кто в нем участвовал.
table-integration-measures = Интеграция и возвращение
hint-integration-measures = «Нет» означает, что текст прочитан и такого положения в нем нет. Если текст еще никто не читал, оставьте поле пустым.
field-integration-measures-finding = Результат анализа
field-integration-measures-article = Статья
hint-integration-measures-article = Например, 9(2).
field-integration-measures-note = Примечание
table-integration-participants = Участники
table-integration-participants-add = Добавить участника
hint-integration-participants = Кто участвовал, на каком этапе и в какой роли. Для одного участника может быть несколько строк.
field-integration-participants-participant = Участник
field-integration-participants-name = Название
field-integration-participants-party = Сторона
hint-integration-participants-party = Сторона, к которой относится участник. Для международной организации оставьте поле пустым.
field-integration-participants-phase = Этап
field-integration-participants-role = Роль
field-integration-note = Примечание

## Цели

section-objectives = Цели
section-objectives-about = Каким целям Глобального договора о миграции и каким целям в области устойчивого развития служит соглашение.
field-objectives-gcm = Цели Глобального договора
hint-objectives-gcm = Некоторые цели могут быть предложены на основе внесенных данных. Решение остается за вами.
field-objectives-principles = Руководящие принципы Глобального договора
field-objectives-sdgs = Цели в области устойчивого развития

## Номера, связи и источники

section-references = Номера, связи и источники
section-references-about = Чем подтверждены сведения записи, какие номера присвоены соглашению и какие другие записи с ним связаны.
table-references-sources = Источники
table-references-sources-add = Добавить источник
hint-references-sources = До публикации — хотя бы один: сам текст, официальный вестник, база данных договоров или другое издание.
field-references-sources-title = Название
field-references-sources-address = Адрес в интернете
hint-references-sources-address = Начинается с https:// или http://.
field-references-sources-seen_on = Дата обращения
hint-references-sources-seen_on = Когда источник просматривался в последний раз: 2023, 2023-10 или 2023-10-12.
field-references-sources-note = Примечание
table-references-identifiers = Номера
table-references-identifiers-add = Добавить номер
hint-references-identifiers = Номера, под которыми соглашение зарегистрировано или опубликовано. У меморандума о взаимопонимании их часто нет.
field-references-identifiers-scheme = Вид номера
field-references-identifiers-series = Название серии
hint-references-identifiers-series = Для национальной или другой серии либо набора данных.
field-references-identifiers-value = Номер
hint-references-identifiers-value = Например, I-33521 для регистрации в Организации Объединенных Наций.
table-references-links = Связи с другими записями
table-references-links-add = Добавить связь
hint-references-links = Связь видна в обеих записях; внесите ее в одну из них. Она читается как предложение: это соглашение, вид связи, другая запись.
field-references-links-relation = Вид связи
field-references-links-agreement = Номер другой записи
hint-references-links-agreement = Число в конце адреса этой записи, например 128.
field-references-links-note = Примечание
field-references-note = Примечание

## Чего не хватает в записи

gap-no_kind = Выберите вид документа.
gap-no_legal_nature = Укажите правовой характер; «Не определено» — тоже ответ.
gap-no_level = Укажите, на каком уровне заключен документ.
gap-no_title = Укажите хотя бы одно название.
gap-fewer_than_two_parties = Укажите не менее двух разных сторон.
gap-same_party_twice = Укажите каждую сторону только один раз.
gap-no_role = Роль по меньшей мере одной стороны не указана.
gap-no_event = Внесите хотя бы одно событие, например подписание.
gap-no_dated_event = Ни у одного события нет даты, поэтому статус неизвестен.
gap-no_term = Не указано, на какой срок заключено соглашение.
gap-no_scope = Не указано, на каких работников распространяется соглашение.
gap-not_coded = Ни одно положение еще не проанализировано.
gap-not_wholly_coded = Некоторые из 34 положений еще не проанализированы.
gap-no_social_security_mode = Не указано, как соглашение регулирует социальное обеспечение.
gap-no_branch = Не указано, какие отрасли социального обеспечения охвачены.
gap-branches_open = Часть ячеек по девяти отраслям еще не рассмотрена.
gap-measures_open = Часть из семи мер еще не рассмотрена.
gap-no_objective = Не выбрана ни одна цель Глобального договора.
gap-no_source = Укажите хотя бы один источник.

## Что вызывает сомнение

doubt-ratified_before_signed = Дата ратификации предшествует дате подписания.
doubt-in_force_before_signed = Дата вступления в силу предшествует дате подписания.
doubt-ended_before_in_force = Дата прекращения действия предшествует дате вступления в силу.
doubt-happened_in_future = Дата одного из событий еще не наступила.
doubt-event_of_no_party = В одном из событий указано государство, которого нет среди сторон.
doubt-open_ended_with_last_day = Соглашение действует до прекращения, но указан последний день действия.
doubt-number_without_quota = Квоты нет, но указано число работников.
doubt-silent_but_gives = В тексте о социальном обеспечении не говорится, но по одной из отраслей что-то предусмотрено.
doubt-more_women_than_trainees = Женщин среди обучающихся больше, чем самих обучающихся.
doubt-registration_number_odd = Номер регистрации в ООН имеет вид I-33521.
doubt-seen_in_future = Дата обращения к источнику позже сегодняшней.

## Ошибки в полях

problem-needed = Заполните это поле или очистите всю строку.
problem-not_a_date = Напишите дату в виде 2017, 2017-04 или 2017-04-05.
problem-no_such_day = Такого дня нет в календаре. Проверьте день и месяц.
problem-year_out_of_range = Укажите год от 1800 до 2100.
problem-not_a_number = Напишите целое число цифрами, например 24.
problem-number_too_large = Укажите число от 0 до { $limit }.
problem-not_a_choice = Выберите значение из списка.
problem-not_an_address = Напишите полный адрес без пробелов, начиная с https:// или http://.
problem-too_long = Текст слишком длинный: сократите его до { $limit } знаков.
problem-not_a_year = Укажите год четырьмя цифрами, например 2024.
problem-not_a_currency = Укажите три буквы кода валюты, например EUR.
problem-other_parties = Та запись — о соглашении других сторон; заменить соглашение может только соглашение между теми же сторонами.
problem-own_state_missing = Ваше государство должно быть одной из сторон: государство вносит то, о чем договорилось само.
problem-no_such_record = Укажите номер другой записи, которая есть в реестре.

## Фильтры и порядок списка

facet-status = Статус
facet-kind = Вид документа
facet-mode = Социальное обеспечение
facet-branch = Отрасль социального обеспечения
facet-criterion = Критерий
facet-provision = Положение в тексте
facet-objective = Цель Глобального договора
facet-sector = Сектор
facet-commission = Региональная комиссия
facet-region = Регион
facet-in_region = Одна из сторон — из региона
facet-role = Роль стороны
facet-party = Стороны

sort-newest = По дате подписания: сначала новые
sort-oldest = По дате подписания: сначала старые
sort-title = По названию
sort-changed = По дате изменения
