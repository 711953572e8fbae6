# Сроки, которые следуют из записей, и календарь, в котором их видно.

deadlines-title = Сроки
deadlines-about-state = Сроки по соглашениям, которые государство внесло или в которых оно участвует, и по тому, что ему надлежит выполнить. Государство: { $state }.
deadlines-about-network = Сроки по работе самой Сети и просроченные обязательства государств.
deadlines-open = Открытые или прошедшие
deadlines-soon = { $count ->
    [one] В течение { $count } дня
    [few] В течение { $count } дней
   *[many] В течение { $count } дней
}
deadlines-later = В течение года
deadlines-none = В течение года сроков нет.
deadlines-how = Сроки вычисляются по данным реестра. То, что уже сделано, но не внесено в реестр, остается здесь до внесения записи.
deadlines-to-calendar = Читать их в своем календаре
deadlines-next = Ближайшие сроки
deadlines-all = Все сроки
deadlines-of-record-about = Вычислено по данным этой записи.

deadline-kind-expires = Последний день соглашения
deadline-kind-renews_tacitly = Автоматическое продление
deadline-kind-notice_by = Последний день для уведомления о прекращении
deadline-kind-ratification_open = Есть сведения о ратификации только одной стороной
deadline-kind-not_registered = Нет сведений о регистрации в Организации Объединенных Наций (Устав, статья 102)
deadline-kind-committee_overdue = За последний год нет сведений о заседаниях совместного комитета
deadline-kind-commitment_due = Срок выполнения
deadline-ratification-of = Нет сведений о ратификации: { $state }
deadline-on = { $when } ({ $date })
deadline-since = с { $date }
deadline-today = сегодня
deadline-in-days = { $count ->
    [one] через { $count } день
    [few] через { $count } дня
   *[many] через { $count } дней
}
deadline-days-ago = { $count ->
    [one] { $count } день назад
    [few] { $count } дня назад
   *[many] { $count } дней назад
}
deadline-in-months = { $count ->
    [one] через { $count } месяц
    [few] через { $count } месяца
   *[many] через { $count } месяцев
}
deadline-months-ago = { $count ->
    [one] { $count } месяц назад
    [few] { $count } месяца назад
   *[many] { $count } месяцев назад
}
deadline-in-years = { $count ->
    [one] через { $count } год
    [few] через { $count } года
   *[many] через { $count } лет
}
deadline-years-ago = { $count ->
    [one] { $count } год назад
    [few] { $count } года назад
   *[many] { $count } лет назад
}

## Календарь
calendar-name = Corridor: сроки
calendar-feed = Календарь сроков
calendar-feed-about = Ваша программа-календарь может читать ваши сроки по отдельному адресу. То, у чего нет дня, например незавершенная ратификация, есть только в списке.
calendar-feed-secret = Любой, кто знает этот адрес, читает ваши сроки без входа в учетную запись. Никому его не передавайте.
calendar-feed-make = Создать адрес
calendar-feed-made = Адрес создан.
calendar-feed-address = Адрес вашего календаря. Скопируйте его сейчас: он показывается только один раз.
calendar-feed-made-on = Адрес создан { $date }
calendar-feed-renew = Создать новый адрес
calendar-feed-renew-about = Прежний адрес сразу перестанет работать.
calendar-feed-revoke = Отозвать адрес
calendar-feed-revoke-about = Календари, которые его читают, больше не будут получать сроки.
calendar-feed-revoked = Адрес больше не работает.
