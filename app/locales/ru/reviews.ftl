# Обзоры, досье, зафиксированные состояния реестра.

## Обзоры

reviews-title = Обзоры
reviews-about = Региональные обзоры осуществления Глобального договора о миграции и форум, к которому они ведут. Государства направляют досье; Сеть читает их и задаёт вопросы.
reviews-empty = Обзоров пока нет.
entry-kind-review = Обзор
entry-kind-dossier = Досье
review_kind-regional_review = Региональный обзор
review_kind-forum = Международный форум по обзору миграции
round_table-1 = Обеспечение добровольного, упорядоченного и легального характера миграции
round_table-2 = Защита мигрантов на основе правозащитного подхода к управлению границами
round_table-3 = Поддержка интеграции мигрантов и их вклада в развитие
round_table-4 = Данные, политика, основанная на фактах, и международное сотрудничество
round-table = Круглый стол { $number }: { $title }
practice_stage-accepted = Принято
practice_stage-planned = Запланирован
practice_stage-open_for_input = Открыт для досье
practice_stage-concluded = Завершён
review-held-not-opened = Проведён; в этом реестре не открывался
review-you-take-part = Ваше государство участвует
review-you-do-not = Ваше государство не участвует
review-you-may = Ваше государство может участвовать
review-commission = Региональная комиссия
review-members-label = Государства-члены
review-members = { $count ->
    [one] { $count } государство
    [few] { $count } государства
   *[other] { $count } государств
  }
review-input-due = Досье ожидаются до
review-no-due = Срок не установлен
review-note = Примечание
review-rests-on = Итоги опираются на
review-timetable = График
review-own-part = { $state } в этом обзоре
review-takes-part = { $state }: участвует.
review-does-not = { $state }: сообщено, что не участвует.
review-has-not-said = { $state }: об участии не сообщено. Это может сделать координатор государства.
review-say-yes = Мы участвуем
review-say-no = Мы не участвуем
review-was-said = Слово вашего государства записано. Его можно изменить, пока обзор не завершён.
review-takes-no-dossiers = Обзор не принимает досье: в этом реестре он не открыт.
review-dossiers = Досье, которые государства опубликовали
review-no-dossiers = Ни одно государство не опубликовало своё досье.
review-findings = Что показал обзор
review-carried-from = Сюда перенесено из:

## Рабочий стол

desk-title = Государства и их досье
desk-show = Какие государства показаны
desk-all = Все
desk-mine = Мои
desk-to_read = К чтению
desk-asked = С вопросами
desk-accepted = Принято
desk-overdue = Просрочено
desk-silent = Молчат
desk-empty = Таких государств нет.
desk-takes-part = Участвует
desk-dossier = Досье
desk-questions = Открытые вопросы
desk-reviewer = Рецензент
desk-not-said = не сообщено
desk-is-overdue = Просрочено
desk-read = Читать
desk-no-dossier = не подано

## Досье

dossier-of = Досье: { $state }
dossier-own = Досье вашего государства
dossier-own-open = Открыть досье
dossier-begin = Составить досье по реестру
dossier-begin-about = Реестр записывает то, что ему известно, строка за строкой, каждую с её записью. Вы правите текст; никто другой не увидит его, пока координатор не подаст досье.
dossier-language = Язык черновика
dossier-contents = Главы
dossier-complete-label = Полнота
dossier-complete = Написано глав: { $written } из { $all }.
dossier-confirmed-label = Подтверждено другой стороной
dossier-confirmed = Из { $total ->
    [one] { $total } соглашения
   *[other] { $total } соглашений
  }: подтверждено { $confirmed }, частично подтверждено { $partly }, оспорено { $contested }.
dossier-reviewed-label = Рассмотрение
dossier-is-accepted = Принято: у Сети больше нет вопросов.
dossier-is-draft = Ещё не подано.
dossier-facts-apart = Три факта, которые не следуют один из другого.
dossier-drafted-on = Составлено { $date } ({ $language }) по:
dossier-draft-again = Составить по реестру заново
dossier-draft-again-about = Главы, которых вы не касались, обновятся. Главы, которые вы правили, сохранят ваш текст; то, что написал бы реестр, показано под ними.
dossier-was-drafted = Составлено по реестру. Главы, которые вы правили, сохранили ваш текст.
dossier-chapter-empty = Здесь пока ничего не написано.
dossier-differs = { $count ->
    [one] { $count } строки реестра нет в этом тексте
    [few] { $count } строк реестра нет в этом тексте
   *[other] { $count } строк реестра нет в этом тексте
  }
dossier-register-says = Реестр сообщает
dossier-own-words = Ваши собственные слова
dossier-previous = Предыдущее
dossier-next = Следующее
dossier-in-turn = Досье по порядку
dossier-beside-register = Показать рядом реестр
dossier-beside-talk = Показать рядом Дискуссию
dossier-beside-away = Показать только досье
dossier-register-of = В реестре: { $state }
dossier-talk-of = На Дискуссии: { $state }
dossier-gap-not_drafted = Черновик по реестру: его цифры должны на что-то опираться.
dossier-gap-question_open = Ответ на каждый вопрос.
dossier-gap-no_question = Вопрос о том, что именно нужно узнать. Сначала задайте его под главой.
reference-entry = { $kind } { $id }
chapter-text = Текст
form-consultation = Как составлено досье
form-consultation-about = С кем проведены консультации и как составлено это досье.
field-consultation-text = { chapter-text }
form-agreements_and_changes = Соглашения и что изменилось после Дискуссии
form-agreements_and_changes-about = Каждая строка — абзац. Запись в скобках, например [agreements/12], станет ссылкой.
field-agreements_and_changes-text = { chapter-text }
form-provisions_found = Положения
form-provisions_found-about = { form-agreements_and_changes-about }
field-provisions_found-text = { chapter-text }
form-social_security_cover = Социальное обеспечение
form-social_security_cover-about = { form-agreements_and_changes-about }
field-social_security_cover-text = { chapter-text }
form-skills_partnerships = Партнёрства по развитию навыков
form-skills_partnerships-about = { form-agreements_and_changes-about }
field-skills_partnerships-text = { chapter-text }
form-commitments_and_pledges = Выступления, обязательства и обещания
form-commitments_and_pledges-about = { form-agreements_and_changes-about }
field-commitments_and_pledges-text = { chapter-text }
form-practices_shared = Практики
form-practices_shared-about = { form-agreements_and_changes-about }
field-practices_shared-text = { chapter-text }
form-figures = Цифры и показатели
form-figures-about = { form-agreements_and_changes-about }
field-figures-text = { chapter-text }
form-by_objective = По круглым столам и целям
form-by_objective-about = { form-agreements_and_changes-about }
field-by_objective-text = { chapter-text }
form-nothing_reported = О чём никто не сообщил
form-nothing_reported-about = { form-agreements_and_changes-about }
field-nothing_reported-text = { chapter-text }
form-challenges = Трудности
form-challenges-about = В чём трудности, словами вашего государства.
field-challenges-text = { chapter-text }
form-next_steps = Дальнейшие шаги
form-next_steps-about = Что ваше государство намерено сделать и какая поддержка ему нужна.
field-next_steps-text = { chapter-text }
chapter-consultation = { form-consultation }
chapter-agreements_and_changes = { form-agreements_and_changes }
chapter-provisions_found = { form-provisions_found }
chapter-social_security_cover = { form-social_security_cover }
chapter-skills_partnerships = { form-skills_partnerships }
chapter-commitments_and_pledges = { form-commitments_and_pledges }
chapter-practices_shared = { form-practices_shared }
chapter-figures = { form-figures }
chapter-by_objective = { form-by_objective }
chapter-nothing_reported = { form-nothing_reported }
chapter-challenges = { form-challenges }
chapter-next_steps = { form-next_steps }

## Вопросы

questions-title = Вопросы
question-asked = Вопрос
question-answer = Ответ
question-open = Ждёт ответа
question-answer-now = Ответить
question-ask = Спросить об этой главе
question-was-asked = Вопрос записан. Государство увидит его, когда вы запросите дополнительные сведения.
question-was-answered = Ответ записан. Когда ответите на все вопросы, подайте досье снова.
form-question = Вопрос
form-question-about = Напишите, что вы спрашиваете и, если это поможет, почему.
field-question-chapter = Глава
field-question-text = Вопрос
form-answer = Ответ
form-answer-about = Сеть прочтёт его, когда досье будет подано снова.
field-answer-text = Ответ

## Что пишет черновик

draft-name = { $title } (с: { $others })
draft-agreements = { $count ->
    [one] { $state }: в реестре { $count } соглашение.
    [few] { $state }: в реестре { $count } соглашения.
   *[other] { $state }: в реестре { $count } соглашений.
  } На { $date } применялось: { $applied }.
draft-agreement = { $name }. Статус: { $status }; тот же, что на день Дискуссии.
draft-agreement-changed = { $name }. Статус: { $status }; на день Дискуссии: { $earlier }.
draft-event = После Дискуссии: { $event }, { $date }.
draft-event-of = После Дискуссии: { $event }, { $state }, { $date }.
draft-contested-signature = Записаны две даты подписания: { $recorder } записывает { $date }, { $state } записывает { $other }.
draft-contested = { $section }: записи расходятся, { $recorder } и { $state }.
draft-coded = { $coded ->
    [one] Положения изучены по тексту { $coded } из { $count } соглашений.
   *[other] Положения изучены по текстам { $coded } из { $count } соглашений.
  }
draft-provision = { $provision }: { $yes } из { $coded }, частично: { $partly }.
draft-provisions-open = Ни в одном из них: { $provisions }.
draft-social-security-share = Социальное обеспечение: { $share } изученных соглашений ({ $yes } из { $coded }).
draft-social-security-beside = Во всём реестре: { $share } из { $coded }. Концептуальная записка Дискуссии называет 30 % из 144, подсчитанные по другим соглашениям.
draft-cover = { $name }. Социальное обеспечение: { $cover }.
draft-cover-found = в тексте есть положение о социальном обеспечении
draft-cover-none = в тексте нет положения о социальном обеспечении
draft-cover-open = { $count ->
    [one] О социальном обеспечении ничего не записано в { $count } соглашении:
    [few] О социальном обеспечении ничего не записано в { $count } соглашениях:
   *[other] О социальном обеспечении ничего не записано в { $count } соглашениях:
  }
draft-cover-branches = { $mode }; отрасли: { $branches }
draft-skills = { $count ->
    [0] Партнёрств по развитию навыков не записано.
    [one] { $count } соглашение является партнёрством по развитию навыков или имеет модель развития навыков.
    [few] { $count } соглашения являются партнёрствами по развитию навыков или имеют модель развития навыков.
   *[other] { $count } соглашений являются партнёрствами по развитию навыков или имеют модель развития навыков.
  }
draft-skills-one = { $name }: { $model }; { $status }.
draft-skills-no-model = модель не записана
draft-statement = Сказано на Дискуссии по вопросу { $number }: { $text }
draft-commitment = { $kind }: { $text } — { $status }; срок: { $due }; подтверждение: { $evidence }.
draft-no-evidence = не сообщено
draft-no-due = не указан
draft-no-commitments = Ничего из сказанного или обещанного не записано и не опубликовано.
draft-practice = { $title }: { $stage }.
draft-no-practices = Ни одной практики Сети не подано.
draft-figures = На { $date }: соглашений — { $agreements }, применялось — { $applied }; положения изучены в { $coded }; с партнёрством по развитию навыков — { $skills }.
draft-figures-all = Весь реестр на этот день: соглашений — { $agreements }, применялось — { $applied }; положения изучены в { $coded }; с партнёрством по развитию навыков — { $skills }.
draft-round-table = Круглый стол { $number }: { $title }
draft-objective = { $count ->
    [one] Цель { $objective }: { $count } запись
    [few] Цель { $objective }: { $count } записи
   *[other] Цель { $objective }: { $count } записей
  }
draft-objectives-open = Ни одна запись не называет: { $objectives }.

## Зафиксированный реестр

frozen-title = Зафиксированные состояния реестра
frozen-about = Какие записи стояли в реестре, в какой редакции, с их хешем. Цифры, которые опираются на зафиксированное состояние, можно в любое время получить из него снова, что бы ни было внесено позже.
frozen-empty = Реестр ещё не фиксировали.
frozen-number = Состояние реестра { $id }
frozen-as-at = на дату { $date }
frozen-as-known = по сведениям на { $date }
stat-agreements-in = { $count ->
    [one] { $count } соглашение
    [few] { $count } соглашения
   *[other] { $count } соглашений
  }
freeze = Зафиксировать реестр
freeze-about = Сохраняет опубликованные записи в их нынешней редакции для взгляда на день контрольной даты. Если с тех пор ничего не изменилось, вы получите то же состояние.
freeze-moment = На какой день смотреть
frozen-one-about = Цифры ниже получены только что из сохранённых редакций.
frozen-intact = Каждая редакция такова, какой была зафиксирована: хеш совпадает.
frozen-not-intact = Редакции не дают того хеша, с которым были зафиксированы. Базу данных кто-то изменил; не полагайтесь на эти цифры.
frozen-day = На дату
frozen-at = Зафиксировано, по сведениям на
frozen-by = Кто зафиксировал
frozen-hash = SHA-256
frozen-figures = Цифры
frozen-agreements = Соглашения
frozen-applied = Применялись на { $date }
frozen-coded = Положения изучены
frozen-skills = С партнёрством по развитию навыков
frozen-selection = Это состояние реестра
frozen-provisions = Все положения
frozen-provision = Положение
frozen-records = { $count ->
    [one] { $count } запись
    [few] { $count } записи
   *[other] { $count } записей
  }
frozen-record = Запись { $id }, редакция { $version }

## Шаги и действия

step-accept = Принять
step-about-accept = У Сети больше нет вопросов. Государство решает, публиковать ли досье.
step-open = Открыть для досье
step-about-open = Государства могут составлять и подавать досье.
step-begin_review = Начать обзор
step-about-begin_review = Досье читаются. Опоздавшие государства ещё могут подать свои.
step-conclude = Завершить
step-about-conclude = Досье больше не принимаются. Реестр фиксируется, и итоги опираются на него.
step-reopen = Возобновить
step-about-reopen = Досье снова принимаются и читаются.
step-about-submit-dossier = Сеть прочтёт его. Пока оно у Сети, текст изменить нельзя.
step-about-take_up-dossier = { step-about-take_up }
step-about-request_information-dossier = Государство увидит ваши вопросы, ответит на них под главами и подаст досье снова.
step-done-accept = Принято
step-done-open = Открыт для досье
step-done-begin_review = Обзор начат
step-done-conclude = Завершён
step-done-reopen = Возобновлён
act-drafted = Составлено по реестру
act-asked = Вопрос Сети
act-answered = Ответ государства
act-took_part = Государство сообщило об участии

## Формы обзора

form-review = Обзор
form-review-about = Что это, когда и где, и до какого дня ожидаются досье.
field-review-title_en = Название на английском языке
field-review-title_ru = Название на русском языке
field-review-kind = Вид
field-review-commission = Региональная комиссия
field-review-from = Первый день
field-review-to = Последний день
field-review-place_en = Место на английском языке
field-review-place_ru = Место на русском языке
field-review-input_due = Досье ожидаются до
field-review-note_en = Примечание на английском языке
field-review-note_ru = Примечание на русском языке
form-timetable = График
form-timetable-about = Что и когда происходит на пути к обзору.
table-timetable-steps = Шаги
table-timetable-steps-add = Добавить шаг
field-timetable-steps-date = Дата
field-timetable-steps-text_en = Что, на английском языке
field-timetable-steps-text_ru = Что, на русском языке
form-reviewers = Рецензенты
form-reviewers-about = Какой рецензент читает досье какого государства. Все рецензенты Сети могут читать всё, что подано.
table-reviewers-reviewers = Рецензенты
table-reviewers-reviewers-add = Назначить ещё государство
field-reviewers-reviewers-state = Государство
field-reviewers-reviewers-reviewer = Адрес электронной почты рецензента
form-findings = Выводы
form-findings-about = Что показал обзор, по круглым столам. Выводы переносятся на следующий форум.
table-findings-findings = Выводы
table-findings-findings-add = Добавить вывод
field-findings-findings-round_table = Круглый стол
field-findings-findings-text = Вывод
question-changed-meanwhile = Тем временем с этим досье что-то сделали: сейчас здесь нельзя спросить или ответить, или коллега уже ответил. Ваш текст ниже; скопируйте его туда, где он нужен.
question-not-saved = Реестр сейчас не сохраняет. Ваш текст ниже; попробуйте немного позже.
