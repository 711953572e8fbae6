# Журнал изменений: список для администраторов и строки в истории записи.

log-title = Журнал изменений
log-about = Кто, что и когда сделал. Содержание записи и причины изменений приведены в ее истории: их видит тот, кто вправе читать запись.
log-verify = Каждая строка содержит хеш предыдущей. Команда «corridor verify» заново вычисляет все хеши и сверяет с ними записи.
log-empty = Таких строк в журнале нет.
log-order = Сначала показаны последние изменения.
log-mark = Строка { $number } журнала изменений, хеш { $hash }…
log-newest = К последним строкам
log-earlier = Более ранние строки

## Что показать

log-account = Адрес электронной почты учетной записи
log-kind = О чем
log-any-kind = Все
log-number = Номер
log-from = С даты
log-until = По дату
log-show = Показать
log-show-all = Показать все

## Таблица

log-line = Строка
log-when = Когда
log-who = Кто
log-what = Что сделано
log-subject = О чем
log-request = Запрос
log-hash = Хеш
log-nobody-known = неизвестно
log-no-account = Несуществующая учетная запись
log-command-line = Командная строка
log-other-record = Другая запись: { $id }
log-requests = Заявок: { $count }
log-kind-agreement = Соглашение
log-kind-entry = Запись о последующей деятельности
log-kind-account = Учетная запись
log-kind-frozen = Зафиксированное состояние реестра

## Что сделано

log-act-found_at_migration = Имелось к началу ведения журнала
log-act-section_confirmed = Раздел подтвержден стороной
log-act-section_contested = Раздел оспорен стороной
log-act-merged = Объединено с другой записью
log-act-merge_undone = Объединение отменено
log-act-told_apart = Отмечено: это два разных соглашения
log-act-told_apart_undone = Отметка о двух разных соглашениях снята
log-act-put_away = Черновик убран
log-act-taken_out = Черновик возвращен
log-act-still_so = Подтверждено: данные по-прежнему верны
log-act-still_so_taken_back = Подтверждение, что данные верны, отозвано
log-act-frozen = Состояние реестра зафиксировано
log-act-account_made = Учетная запись создана
log-act-account_disabled = Учетная запись отключена
log-act-account_erased = Данные учетной записи удалены
log-act-invitation_made = Приглашение создано
log-act-reset_link_made = Ссылка для нового пароля создана
log-act-password_changed = Пароль изменен
log-act-signed_in = Вход выполнен
log-act-sign_in_refused = Во входе отказано
log-act-sessions_ended = Все сеансы завершены оператором
log-act-code_refused = Код второго фактора отклонен после верного пароля
log-act-second_factor_set_up = Второй фактор настроен
log-act-second_factor_turned_off = Второй фактор отключен
log-act-second_factor_taken_away = Второй фактор снят
log-act-recovery_code_used = Использован резервный код
log-act-recovery_codes_made = Резервные коды созданы заново
log-act-registrations_exported = Скачан список участников
log-act-registrations_decided = Приняты решения по заявкам на участие
log-act-registrations_erased = Удалены сведения из заявок на участие
log-act-two_people_chosen = Введена публикация вдвоем
log-act-two_people_ended = Публикация вдвоем отменена
log-act-paper_taken_away = Скачан документ, доступный не всем
log-act-refused = Отказано
