# Названия значений контролируемых списков: код списка, затем код значения.

## Вид документа

kind-labour_migration_agreement = Соглашение о трудовой миграции
kind-memorandum_of_understanding = Меморандум о взаимопонимании
kind-memorandum_of_cooperation = Меморандум о сотрудничестве
kind-skills_mobility_partnership = Партнерство в области мобильности навыков
kind-social_security_agreement = Соглашение о социальном обеспечении
kind-mutual_recognition_agreement = Соглашение о взаимном признании квалификаций
kind-seasonal_worker_scheme = Программа для сезонных работников
kind-health_worker_agreement = Соглашение о медицинских работниках
kind-youth_mobility_arrangement = Договоренность о молодежной мобильности
kind-migration_cooperation_agreement = Соглашение о сотрудничестве в области миграции
kind-administrative_arrangement = Административная договоренность
kind-protocol = Протокол
kind-other = Иной документ

legal_nature-binding = Имеет обязательную силу
legal_nature-non_binding = Не имеет обязательной силы
legal_nature-undetermined = Не определено

level-state = Государства или правительства
level-ministry = Министерства
level-agency = Ведомства
level-sub_national = Региональные или местные органы власти
level-operator = Операторы

## Стороны

party_role-origin = Страна происхождения
party_role-destination = Страна назначения
party_role-both = Страна происхождения и страна назначения

authority_function-signing = Подписывающий орган
authority_function-competent = Компетентный орган
authority_function-focal_point = Координатор
authority_function-liaison = Орган по связи

## События и срок действия

event-proposed = Предложено
event-mandate_given = Предоставлен мандат или полномочия
event-negotiation_round = Раунд переговоров
event-text_adopted = Текст принят
event-initialled = Парафировано
event-signed = Подписано
event-approved = Одобрено правительством или парламентом
event-ratified = Ратифицировано
event-ratified_or_in_force = Ратифицировано или вступило в силу (в источнике не указано, что именно)
event-notified = Направлено уведомление о выполнении внутригосударственных процедур
event-instruments_exchanged = Произведен обмен ратификационными грамотами
event-provisionally_applied = Начато временное применение
event-provisional_application_ended = Временное применение прекращено
event-entered_into_force = Вступило в силу
event-arrangement_signed = Подписана административная договоренность
event-registered = Зарегистрировано
event-amended = Внесены поправки
event-suspended = Действие приостановлено
event-resumed = Действие возобновлено после приостановления
event-renewed = Действие продлено
event-notice_given = Направлено уведомление о прекращении или непродлении
event-notice_withdrawn = Уведомление отозвано
event-expired = Срок действия истек
event-terminated = Действие прекращено
event-superseded = Заменено другим документом
event-succeeded = Принято государством-преемником
event-abandoned = Работа прекращена

duration-until_terminated = Действует до прекращения
duration-fixed_term = На определенный срок
duration-not_stated = В тексте не указано
duration-other = Иное

yes_no-yes = Да
yes_no-no = Нет

## Статус

status-not_known = Статус неизвестен
status-proposed = Предложено
status-under_negotiation = Ведутся переговоры
status-initialled = Парафировано, еще не подписано
status-signed = Подписано, данных о вступлении в силу нет
status-provisionally_applied = Применяется временно
status-in_force = Действует
status-suspended = Действие приостановлено
status-notice_given = Действует, направлено уведомление о прекращении
status-expired = Срок действия истек
status-terminated = Действие прекращено
status-superseded = Заменено другим документом
status-abandoned = Работа прекращена до вступления в силу

status-short-not_known = Статус неизвестен
status-short-proposed = Предложено
status-short-under_negotiation = Переговоры
status-short-initialled = Парафировано
status-short-signed = Подписано
status-short-provisionally_applied = Применяется временно
status-short-in_force = Действует
status-short-suspended = Приостановлено
status-short-notice_given = Направлено уведомление
status-short-expired = Срок истек
status-short-terminated = Прекращено
status-short-superseded = Заменено
status-short-abandoned = Работа прекращена

## Сфера охвата

worker_category-general = Работники в целом
worker_category-seasonal = Сезонные работники
worker_category-temporary = Временные работники
worker_category-health = Медицинские работники
worker_category-domestic = Домашние работники
worker_category-trainee = Стажеры
worker_category-posted = Командированные работники
worker_category-youth_mobility = Молодежь, участвующая в программах работы и отдыха или обменах
worker_category-frontier = Приграничные работники
worker_category-self_employed = Самозанятые работники
worker_category-highly_skilled = Высококвалифицированные работники

quota_method-number = Число указано в тексте
quota_method-schedule = В тексте указано число на каждый год или период
quota_method-set_later = Устанавливается периодически после подписания
quota_method-none = Квоты нет

recruitment-government_to_government = По линии правительств
recruitment-public_employment_service = Государственная служба занятости
recruitment-licensed_agency = Лицензированные частные агентства по найму
recruitment-direct_hire = Непосредственно работодатели
recruitment-government_to_private = Правительство совместно с частными агентствами
recruitment-unspecified = В тексте не указано

## Положения

pillar-governance = Управление трудовой миграцией
pillar-protection = Защита трудящихся-мигрантов и расширение их прав и возможностей
pillar-development = Миграция и развитие

finding-yes = Да
finding-partly = Частично
finding-no = Нет
finding-cannot_tell = Определить нельзя

## Социальное обеспечение

social_security_mode-dedicated_agreement = Само является соглашением о социальном обеспечении
social_security_mode-own_clause = Собственное положение о социальном обеспечении
social_security_mode-reference_in_force = Ссылка на действующее соглашение о социальном обеспечении
social_security_mode-reference_to_be_concluded = Ссылка на соглашение о социальном обеспечении, которое предстоит заключить
social_security_mode-equality_clause_only = Только положение о равном обращении
social_security_mode-private_insurance = Частное страхование
social_security_mode-welfare_fund = Фонд социальной помощи
social_security_mode-explicit_exclusion = Социальное обеспечение прямо исключено
social_security_mode-silent = В тексте об этом не говорится

branch-medical_care = Медицинское обслуживание
branch-sickness = Пособия по болезни
branch-maternity = Пособия по беременности и родам
branch-invalidity = Пособия по инвалидности
branch-old_age = Пособия по старости
branch-survivors = Пособия по случаю потери кормильца
branch-employment_injury = Пособия в связи с производственным травматизмом
branch-unemployment = Пособия по безработице
branch-family = Семейные пособия

aspect-equality = Равное обращение
aspect-totalization = Суммирование периодов
aspect-export = Выплата за границей

principle-equality_of_treatment = Равное обращение
principle-applicable_legislation = Определение применимого законодательства
principle-totalization = Суммирование периодов (права в процессе приобретения)
principle-export = Выплата пособий за границей (приобретенные права)
principle-administrative_assistance = Взаимная административная помощь

health_cover-public_on_par = Государственное медицинское обслуживание наравне с гражданами
health_cover-emergency_only = Только экстренная помощь
health_cover-private_by_employer = Частное страхование за счет работодателя
health_cover-private_by_worker = Частное страхование за счет работника
health_cover-none = Не предусмотрено

employment_injury-statutory_on_par = Установленная законом система наравне с гражданами
employment_injury-employer_liability = Ответственность работодателя
employment_injury-insurance = Отдельное страхование
employment_injury-none = Не предусмотрено

institution_function-competent_authority = Компетентный орган
institution_function-competent_institution = Компетентное учреждение
institution_function-liaison_body = Орган по связи

## Навыки

skills_model-train_at_origin = Обучение в стране происхождения до выезда
skills_model-train_at_destination_and_return = Обучение в стране назначения с последующим возвращением
skills_model-dual_track = Обучение как тех, кто остается, так и тех, кто выезжает
skills_model-dual_training = Обучение в обеих странах
skills_model-recognition_only = Только признание навыков
skills_model-circular = Циркулярная мобильность
skills_model-talent_partnership = Партнерство Европейского союза по привлечению талантов
skills_model-return_and_upskill = Возвращение с повышением квалификации

track-home = Для рынка труда страны происхождения
track-away = Для рынка труда страны назначения
track-both = Для обоих рынков труда

recognition-mutual_recognition = Соглашение о взаимном признании
recognition-qualifications_framework = Рамка квалификаций
recognition-prior_learning = Признание ранее полученных знаний и навыков
recognition-licensing = Лицензирование профессиональной деятельности
recognition-joint_curriculum = Совместная учебная программа
recognition-assessment_centre = Центр оценки квалификаций

cost_group-training = Обучение
cost_group-staffing = Персонал
cost_group-migration = Переезд и оформление
cost_group-living = Проживание
cost_group-return_and_reintegration = Возвращение и реинтеграция

payer-state_of_origin = Государство происхождения
payer-state_of_destination = Государство назначения
payer-employer = Работодатель
payer-development_aid = Помощь в целях развития
payer-international_organization = Международная организация
payer-private_capital = Частный капитал
payer-worker = Работник

## Интеграция и возвращение; участники

measure-pre_departure_orientation = Ознакомительная подготовка до выезда
measure-post_arrival_orientation = Ознакомительная подготовка по прибытии
measure-language = Языковая подготовка
measure-access_to_services = Доступ к услугам
measure-family_reunification = Воссоединение семей
measure-reintegration = Возвращение и реинтеграция
measure-diaspora = Связи с диаспорой

participant-ministry_of_labour = Министерство труда
participant-ministry_of_foreign_affairs = Министерство иностранных дел
participant-ministry_of_interior = Министерство внутренних дел или миграционная служба
participant-ministry_of_education = Министерство образования
participant-other_ministry = Другое министерство
participant-sub_national_authority = Региональный или местный орган власти
participant-employers = Работодатели и их организации
participant-trade_unions = Профсоюзы
participant-academia = Научные круги
participant-training_providers = Учебные заведения и организации
participant-recruiters = Агентства по найму
participant-diaspora = Диаспора
participant-civil_society = Гражданское общество
participant-international_organization = Международная организация

phase-preparation = Подготовка
phase-negotiation = Переговоры
phase-implementation = Осуществление
phase-monitoring = Мониторинг и оценка

takes_part_as-lead = Руководит работой
takes_part_as-signatory = Подписавшая сторона
takes_part_as-consulted = Участвует в консультациях
takes_part_as-funder = Предоставляет финансирование
takes_part_as-trainer = Проводит обучение
takes_part_as-certifier = Подтверждает квалификацию
takes_part_as-recruiter = Осуществляет наем
takes_part_as-visa_facilitator = Содействует получению виз
takes_part_as-integration_support = Содействует интеграции
takes_part_as-evaluator = Проводит оценку

## Номера и связи

identifier_scheme-un_treaty_registration = Регистрация в Организации Объединенных Наций
identifier_scheme-unts_volume = Сборник договоров Организации Объединенных Наций, том и страница
identifier_scheme-national_series = Национальный сборник договоров
identifier_scheme-dataset = Опубликованный набор данных
identifier_scheme-other = Другая серия

relation-amends = Вносит поправки в документ
relation-replaces = Заменяет документ
relation-implements = Осуществляет положения документа
relation-refers_to = Ссылается на документ
relation-social_security_agreement_of = Является соглашением о социальном обеспечении работников, охваченных документом

## Те же связи со стороны другой записи

relation-amends-incoming = Поправки внесены документом
relation-replaces-incoming = Заменено документом
relation-implements-incoming = Осуществляется посредством документа
relation-refers_to-incoming = На него ссылается документ
relation-social_security_agreement_of-incoming = Социальное обеспечение его работников регулирует соглашение

## Учетные записи

role-official = Сотрудник министерства
role-focal_point = Координатор от государства
role-reviewer = Эксперт Сети по обзору
role-coordinator = Координатор Сети
role-administrator = Администратор учетных записей

## Что было сделано, по записи в истории

act-recorded = Внесено в реестр
act-saved = Изменено
act-taken_over = Принято в ведение
act-published = Опубликовано
act-withdrawn = Снято с публикации
act-imported = Импортировано

## Что произошло с соглашениями между двумя датами

happened-signed = Подписаны
happened-entered_into_force = Вступили в силу
happened-ratified_or_in_force = Ратифицировано или вступило в силу (в источнике не указано, что именно)
happened-renewed = Продлены
happened-amended = Внесены поправки
happened-ended = Прекратили действие
happened-provision_gained = Положения, добавленные более поздним документом
happened-silent = С тех пор сведений нет

## Как исчисляется пенсия

benefit_calculation-pro_rata = Каждое государство выплачивает свою долю целого (пропорционально)
benefit_calculation-direct = Каждое государство только за свои периоды (прямое исчисление)
benefit_calculation-both = Обоими способами

## Наличие текста

text_availability-full_text = Известно, что полный текст существует
text_availability-evidence_only = Есть лишь сведения о существовании соглашения
text_availability-none = Ни текста, ни сведений о нем нет
