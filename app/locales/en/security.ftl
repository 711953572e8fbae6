# How a weakness of the register is reported.
security-title = Reporting a weakness
security-about = If you found a way to see, change or destroy what this register keeps safe, please tell its operator first, and nobody else.
security-where = Where to write
security-what = Write in English or Russian what you found, at which address of the site and when, and how it can be seen again. Do not send what people entrusted to the register: say where it can be seen.
security-asked = What is asked of you
security-asked-own = Go no further than it takes to show the weakness, and keep no copy of what is not yours.
security-asked-harm = Change and delete nothing, do not overload the site, and do not guess other people’s passwords.
security-asked-time = Give the operator up to 90 days to mend the weakness before you publish what you found.
security-then = What happens then
security-then-text = The operator answers you, says whether the weakness could be seen again, and tells you when it is mended. What concerns the program itself is passed on to those who maintain it.
