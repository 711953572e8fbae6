# Документы обзоров: досье и итоговые доклады; и работа по их составлению.

## Сноски и цифры

paper-footnote-bare = { $name }, { $address }
paper-frozen = Зафиксированное состояние реестра { $number }: записи на дату { $day }, по сведениям на { $instant }. SHA-256 { $hash }. { $address }
paper-frozen-again = Зафиксированное состояние реестра { $number }, см. выше.
paper-figure-head = Показатель

## Досье

dossier-paper-facts = Полнота, подтверждение, рассмотрение: на { $date }
dossier-paper-figures = Цифры зафиксированного состояния реестра
dossier-paper-not-drafted = Досье не составлялось по реестру и потому не опирается на зафиксированные цифры.

## Итоговый доклад

outcome-report = Итоговый доклад обзора
outcome-provisional = предварительно, не зафиксировано
outcome-about = То, что дают записи обзора: только опубликованное и цифры зафиксированного состояния реестра, поэтому доклад одинаков для всех. Пока обзор не завершён, доклад предварительный.
outcome-basis = На что опираются цифры
outcome-basis-about = Приведённые ниже цифры можно в любое время получить из него снова, что бы ни было внесено в реестр позже. Досье, обязательства и выводы приведены в том виде, в каком они были опубликованы на день составления доклада.
outcome-not-frozen = Предварительно, не зафиксировано: обзор не завершён, и цифры взяты из реестра по нынешним сведениям, на дату { $day }.
outcome-states = Государства
outcome-no-states = Ни одно государство не сообщило об участии и не опубликовало досье.
outcome-dossier-published = Опубликовано ({ $stage })
outcome-dossier-not-published = Не опубликовано
outcome-of-review = Соглашения, сторона которых — одно из этих государств
outcome-none-coded = Положения соглашений этих государств ещё не изучены: { $states }.
outcome-partnerships = Партнёрства по развитию навыков
outcome-no-partnerships = Партнёрств по развитию навыков не записано.
outcome-agreement = Соглашение
outcome-parties = Стороны
outcome-status-on = Статус на { $day }
outcome-overdue = Срок прошёл
outcome-count = Число
outcome-carried = Что показали региональные обзоры после предыдущего форума
outcome-no-findings = Выводы не записаны.
outcome-state-by-state = По государствам
outcome-silent = Без соглашений в реестре и без опубликованного досье: { $states }.
outcome-dossier-none = Государство не опубликовало досье для этого обзора.
outcome-sheet-states = Государства
outcome-sheet-provisions = Положения по государствам
outcome-provision-code = Код положения
outcome-counted-once = Соглашение учитывается один раз для каждого государства, которое является его стороной, поэтому сумма по государствам больше целого.
outcome-kind = Что составить
outcome-language = Язык документа
outcome-make = Составить

## Работа по составлению

job-kind-outcome_report = Итоговый доклад (DOCX)
job-kind-outcome_figures = Цифры итогов (XLSX)
job-in-language = { $kind }, { $language }
job-waits = Ожидает своей очереди.
job-progress = Выполнено шагов: { $done } из { $all }.
job-may-leave = Эту страницу можно закрыть: работа продолжится, а страница обзора приведёт сюда снова. Страница обновляется сама каждые две секунды.
job-hold-still = Не обновлять самостоятельно
job-look-again = Обновить
job-look-by-itself = Обновлять самостоятельно
job-under-way = Составляется
job-made-on = Составлено { $instant }
job-asked-on = Запрошено { $instant }
job-done = Документ готов.
job-download = Скачать
job-failed = Не составлен
job-failure-fault = Документ составить не удалось: ошибка на стороне реестра. Она записана в журнал. Можно попробовать ещё раз.
job-failure-interrupted = Составление документа несколько раз прерывалось. Можно попробовать ещё раз.
job-try-again = Попробовать ещё раз
job-back = Назад к обзору
