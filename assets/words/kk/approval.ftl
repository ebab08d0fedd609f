# Who has cleared which text for sending.

approval-heading = Бекіту
approval-none = Әлі бекітілген жоқ
approval-holds = Бекіткен: { $by }, { $when }
approval-void = Бекітілгеннен кейін өзгерді: { $by }, { $when }
approval-somebody = аты көрсетілмеген

command-approve = Барлық тілде бекіту
command-approve-language = Бекіту
command-withdraw-approval = Барлық бекітуді қайтарып алу
command-withdraw-approval-language = Қайтарып алу

finding-approval-void = Мәтін бекітілгеннен кейін өзгерді ({ $by }): оны қайта бекітіңіз.
finding-approval-missing = Релиз бекітілген деп тұр, бірақ бұл мәтінді ешкім бекітпеген.

bar-approved = Бекітілді
bar-approval-void = Бекіту күшін жойды
