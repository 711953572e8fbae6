# Рецензирование практики и то, что форма переносит из записи о соглашении.

peer-review = Рецензирование
peer-review-nobody = Рецензенты пока не назначены.
peer-review-blind = Отзывы других рецензентов станут видны вам, когда вы дадите свой.
peer-review-seen = Это видит только Сеть.
your-review = Ваш отзыв

reviewer-owes-declaration = Ожидается заявление
reviewer-owes-opinion = Ожидается отзыв
reviewer-is-out = Не участвует: конфликт интересов
reviewer-you-are-out = Вы заявили о конфликте интересов, поэтому эту практику вы не рецензируете. Координатор Сети назначит другого рецензента.
reviewer-release = Исключить из списка
reviewer-name = Назначить рецензентом
reviewer-none-to-name = Других учётных записей экспертов Сети, из которых можно выбрать, нет.
reviewer-declare = Заявить
reviewer-give-opinion = Дать отзыв
reviewer-was-named = Рецензент назначен; практика появилась в списке ожидающих его отзыва.
reviewer-was-released = Рецензент исключён из списка.
reviewer-was-declared = Ваше заявление внесено.
reviewer-opinion-was-given = Ваш отзыв внесён.

reviewing = Практики, ожидающие вашего отзыва
reviewing-about = Координатор Сети назначил вас рецензентом. Сначала заявите, есть ли у вас конфликт интересов, затем дайте отзыв. Никто не может сделать этого за вас.
reviewing-waiting = Ожидают вашего отзыва
reviewing-nothing = Ни одна практика не ожидает вашего отзыва.

form-named_reviewer = Назначить рецензента
form-named_reviewer-about = Решение опирается на отзывы одного внутреннего и не менее двух внешних рецензентов без конфликта интересов. Каждый делает заявление и даёт отзыв сам. Того, кто ещё ничего не сообщил, можно исключить из списка.
field-named_reviewer-account = Учётная запись рецензента
field-named_reviewer-kind = Внутренний или внешний
form-conflict_of_interest = Сначала: есть ли у вас конфликт интересов?
form-conflict_of_interest-about = Посмотрите на практику и на тех, кто её осуществляет. Заявление потом изменить нельзя. Если конфликт есть, вместо вас назначат другого рецензента.
field-conflict_of_interest-declaration = Вы заявляете
field-conflict_of_interest-conflict = В чём состоит конфликт
hint-conflict_of_interest-conflict = Обязательно, если он есть. Это видите только вы, координаторы Сети и рецензенты, уже давшие отзыв.
form-opinion_given = Затем: ваш отзыв
form-opinion_given-about = Насколько практика существенна, актуальна и отвечает Глобальному договору и его принципам. Данный отзыв потом изменить нельзя; если государство подаст практику снова, отзыв запросят снова.
field-opinion_given-opinion = Отзыв
field-opinion_given-comment = Замечание
hint-opinion_given-comment = Обязательно, если вы не одобряете практику: какие сведения ещё нужны или почему она отклоняется.
field-peer_review-reviewers-conflict = В чём состоит конфликт

act-reviewer_named = Назначен рецензент
act-reviewer_released = Рецензент исключён из списка
act-declared = Сделано заявление о конфликте интересов или его отсутствии
act-opinion_given = Дан отзыв

## Перенесено из записи о соглашении

prefill-check = Перенесено из записи № { $number }; проверьте
prefill-fields = Заполнено: { $fields }.
prefill-practice-title = Практика: { $title }
prefill-pledge-title = Обязательство: { $title }
prefill-provisions = Текст соглашения предусматривает:
prefill-provision-partly = { $provision } (частично)
prefill-social-security = Социальное обеспечение: { $mode }
prefill-at-article = { $text }, статья { $article }
