# Материалы для скачивания: доклады в виде документов, показатели в виде таблиц.

## Документы

paper-of-meeting = Итоговый доклад (DOCX)
paper-of-filed = В виде документа (DOCX)
paper-summary-report = Итоговый доклад
paper-footnote = { $title }. Запись { $number }, { $address }
paper-figure = Учтенные соглашения: { $address }
paper-about = Об этом документе
paper-drawn = Составлено по данным реестра на { $date }: { $address }
paper-participant = Государство или организация
paper-standing = Статус на день встречи
paper-attendance = Форма участия
paper-note = Примечание
paper-time = Время
paper-item = Пункт повестки дня
paper-speakers = Выступающие
paper-nothing-recorded = Записей нет.
paper-nothing-said = По этому вопросу ничего не записано. Это не означает, что ничего не было сказано.
paper-silent = Нет записей о выступлениях следующих государств-участников: { $states }.
paper-not-published = пока не опубликовано
paper-no-evidence = подтверждение не записано
paper-agreements-counted = Учтенные соглашения
paper-of-participants = С участием хотя бы одного из государств — участников встречи

## Таблицы

annex-link = Показатели (XLSX)
annex-code = Код
annex-share-of-yes = Доля ответов «да»
annex-sheet-item = Положения
annex-sheet-criterion = Критерии
annex-sheet-decade = По десятилетиям
annex-sheet-region = По регионам
annex-sheet-kind = По видам
annex-sheet-about = Пояснения
annex-what = Показатель
annex-said = Пояснение
annex-drawn-on = Составлено по данным реестра на
annex-address = Адрес
annex-filter = Фильтр
annex-no-filter = Нет: все опубликованные записи
annex-counted = Учтено
annex-regions = В разбивке по регионам соглашение учитывается один раз в каждом регионе, к которому относятся его стороны, поэтому сумма по регионам больше общего числа.
annex-disclaimer = Оговорка
