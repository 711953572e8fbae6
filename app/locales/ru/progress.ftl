# Ход выполнения соглашений: доклады сторон, показатели, совместные комитеты.

entry-kind-agreement_report = Доклад о ходе выполнения
report-of = Доклад о ходе выполнения: { $state }
report-on-agreement = Соглашение
report-period = Период
report-nothing-yet = В докладе пока ничего нет.
progress-title = Ход выполнения
progress-about = Что стороны сообщают о выполнении соглашения.
progress-empty = Ни одна из сторон пока не представила доклада.
progress-report = Доложить о ходе выполнения
progress-figures = Данные сторон рядом
progress-figures-about = В одной строке стоит то, что стороны сообщают за один и тот же период об одних и тех же людях. Реестр не выбирает между данными.
progress-figures-differ = { $count ->
    [2] Эти два значения различаются
   *[other] Эти значения различаются
  }
progress-not-reported = Не сообщено
progress-reported-by = Сообщает { $state }
progress-committee = Совместный комитет
progress-committee-meetings = Заседания
progress-action-points = Поручения
progress-open-action-points = Невыполненные поручения
progress-minutes = Протокол
progress-date-not-recorded = Дата не записана
progress-point-done = Выполнено
progress-point-open = Не выполнено
progress-point-overdue = Просрочено
progress-point-due = Срок: { $date }
figure-indicator = Показатель
figure-value = Значение
figure-source = Источник
figure-counted-as = Как подсчитано: { $definition }

## Поля

form-agreement_report = Ход выполнения: описание
form-agreement_report-about = О каком соглашении и за какой период доклад, что произошло и на чем это основано. Показатели и работа совместного комитета вносятся после сохранения.
form-indicators = Показатели
form-indicators-about = То, что ваше государство учитывает со своей стороны. Рядом будут стоять данные другой стороны; и те и другие останутся без изменений.
form-joint_committee = Совместный комитет
form-joint_committee-about = Его заседания и поручения.

field-agreement_report-agreements = Соглашение
hint-agreement_report-agreements = Один номер: доклад относится к одному соглашению, стороной которого является ваше государство.
field-agreement_report-from = Начало периода
hint-agreement_report-from = Как известно: 2024, 2024-04 или 2024-04-05.
field-agreement_report-to = Конец периода
hint-agreement_report-to = Оставьте пустым, если доклад охватывает один год, месяц или день.
field-agreement_report-text = Что произошло
field-agreement_report-evidence = На чем это основано
field-agreement_report-address = Адрес подтверждения
table-indicators-indicators = Показатели
table-indicators-indicators-add = Добавить показатель
hint-indicators-indicators = Только итоговые данные: ничего об отдельных людях.
field-indicators-indicators-indicator = Показатель
field-indicators-indicators-value = Значение
hint-indicators-indicators-value = Например, 1 500 или 12,5. Запятая перед тремя цифрами отделяет тысячи: 1,500 — это тысяча пятьсот.
field-indicators-indicators-currency = Валюта
hint-indicators-indicators-currency = Для сумм: три буквы, например EUR.
field-indicators-indicators-sex = О ком данные
field-indicators-indicators-from = Начало периода
hint-indicators-indicators-from = Как известно: 2024, 2024-04 или 2024-04-05.
field-indicators-indicators-to = Конец периода
hint-indicators-indicators-to = Оставьте пустым, если это один год, месяц или день.
field-indicators-indicators-source = Источник
hint-indicators-indicators-source = Например, административный учет, обследование или протокол совместного комитета.
field-indicators-indicators-definition = Как подсчитано
table-joint_committee-meetings = Заседания
table-joint_committee-meetings-add = Добавить заседание
field-joint_committee-meetings-date = Дата
field-joint_committee-meetings-place = Место
field-joint_committee-meetings-minutes = Заметка или протокол
field-joint_committee-meetings-address = Адрес протокола
table-joint_committee-action_points = Поручения
table-joint_committee-action_points-add = Добавить поручение
field-joint_committee-action_points-text = Что следует сделать
field-joint_committee-action_points-responsible = Ответственное государство
field-joint_committee-action_points-due = Срок
field-joint_committee-action_points-done = Выполнено

problem-not_a_decimal = Напишите число цифрами, например 12,5 или 1 500: не больше 15 цифр до запятой и 6 после нее.
problem-not_one_record = Укажите один номер: доклад относится к одному соглашению.
problem-not_a_party = Ваше государство не является стороной этого соглашения: о нем докладывают только его стороны.
problem-ends_too_early = Период заканчивается раньше, чем начинается. Проверьте обе даты.

## Значения контролируемых списков

indicator-unit-persons = человек
indicator-unit-number = число
indicator-unit-percent = в процентах
indicator-unit-days = дни
indicator-unit-months_of_earnings = месяцы заработка
indicator-unit-amount = сумма
sex-women = Женщины
sex-men = Мужчины
sex-all = Все
