# Who has cleared which text for sending.

approval-heading = Утверждение
approval-none = Ещё не утверждён
approval-holds = Утверждён: { $by }, { $when }
approval-void = Изменён после утверждения: { $by }, { $when }
approval-somebody = имя не указано

command-approve = Утвердить на всех языках
command-approve-language = Утвердить
command-withdraw-approval = Отозвать все утверждения
command-withdraw-approval-language = Отозвать

finding-approval-void = Текст изменён после утверждения ({ $by }): утвердите его снова.
finding-approval-missing = Релиз считается утверждённым, но этот текст никто не утвердил.

bar-approved = Утверждён
bar-approval-void = Утверждение недействительно
