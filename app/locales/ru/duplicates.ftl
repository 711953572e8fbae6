# Записи, которые могут относиться к одному соглашению, и объединенные записи.

## Основания
duplicate-reason-shared_identifier = одинаковый номер в одной и той же серии
duplicate-reason-same_day = подписаны в один день
duplicate-reason-day_and_month_swapped = дата подписания та же, но день и месяц переставлены
duplicate-reason-title_alike = названия во многом совпадают
duplicate-reason-dates_close = подписаны с разницей не более трех месяцев
duplicate-reason-same_year = одна из дат подписания известна менее точно и может совпадать с другой
duplicate-reason-same_kind = одинаковый вид документа
duplicate-reason-shared_source = один и тот же источник

## Одно соглашение
duplicate-possibly = Возможно, то же самое соглашение
duplicate-was-merged-here = Запись № { $id } объединена с этой записью.
duplicate-also-recorded = Другие записи об этом соглашении
duplicate-also-recorded-about = Это соглашение внесено в реестр более одного раза. В списках и подсчетах все записи о нем представляет эта запись; сведения каждой из них сохранены в том виде, в каком они были внесены.
duplicate-side-state = Запись № { $id }, внесена государством: { $state }
duplicate-side-source = Запись № { $id }, из открытого источника
duplicate-no-differences = Сведения в обеих записях совпадают.
duplicate-differences = { $count ->
    [one] Расхождения между двумя записями: { $count } раздел
    [few] Расхождения между двумя записями: { $count } раздела
    [many] Расхождения между двумя записями: { $count } разделов
   *[other] Расхождения между двумя записями: { $count } раздела
}
duplicate-own-history = История записи № { $id }
duplicate-take-apart = Снова разделить эти записи
duplicate-merged-by = Запись № { $merged } объединена с записью № { $kept }: { $author }, { $date }.
duplicate-undone-by = Отменено: { $author }, { $date }.
duplicate-merges = Объединение записей
duplicate-stands-for = Эта запись не входит в списки и подсчеты; обе записи представляет другая:

## Список
duplicates-title = Записи, которые могут относиться к одному соглашению
duplicates-about = Пары записей с одними и теми же сторонами, сначала самые вероятные. Реестр только предлагает: посмотрите обе записи и укажите, что это.
duplicates-about-state = Пары записей, в которых названо ваше государство ({ $state }), сначала самые вероятные. Реестр только предлагает: посмотрите обе записи и укажите, что это.
duplicates-none = Записей, похожих на повторные, здесь нет.
duplicates-pair = Записи № { $first } и № { $second }
duplicates-look = Посмотреть обе
duplicates-corridors = Здесь просмотрены коридоры { $first }–{ $last } из { $all }, в которых есть записи с близкими датами.

## Две записи рядом
duplicates-side-by-side = Две записи рядом
duplicates-titles = Названия
duplicates-recorder = Кем внесена
duplicates-differs = расхождение
duplicates-because = Почему это может быть одно соглашение: { $reasons }.
duplicates-little = Признаков того, что это одно соглашение, недостаточно.
duplicates-are-two = Указано, что это два разных соглашения: { $author }, { $date }.
duplicates-not-yours = Запись, внесенную государством, может объединить с другой только само это государство. Обратитесь к государствам, которые внесли эти записи.
duplicates-one-question = Это одно соглашение?
duplicates-one-about = В списках и подсчетах обе записи будет представлять та, которую вы оставите. Другая сохранится без изменений, со своей историей и источниками, а ее адрес будет вести к оставленной. Ничего не удаляется, и объединение можно отменить в любое время.
duplicates-stands-for-others = Одна из них уже представляет другие записи, поэтому оставить можно только ее.
duplicates-reason = Почему это одно соглашение
duplicates-reason-wrong = Укажите, почему это одно соглашение (не более 2000 знаков).
duplicates-keep = Это одно соглашение: оставить запись № { $id }
duplicates-two-question = Это два разных соглашения?
duplicates-two-about = Тогда эта пара больше не будет предлагаться. Это можно отменить.
duplicates-two = Это два разных соглашения
duplicates-open-again = Вернуться к этому вопросу
duplicates-part-about = Запись № { $id } снова войдет в списки и подсчеты в прежнем виде.
duplicates-was-parted = Записи снова разделены.
duplicates-was-told-apart = Отмечено: это два разных соглашения.
duplicates-was-opened = Вопрос снова открыт.
