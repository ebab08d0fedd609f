# Тілде немесе ұйымда қабылданғандай терілмеген тұстар.
typography-quotes = Бұл тілге тән емес тырнақша
typography-apostrophe = Тік апостроф
typography-dash = Ұйымда қабылданған сызықшаның орнына дефис немесе басқа сызықша
typography-range = Аралықта сызықшаның орнына дефис
typography-ellipsis = Көп нүктенің орнына үш нүкте
typography-double-space = Қатар тұрған бірнеше бос орын
typography-punctuation = Тыныс белгісінің алдында артық немесе соңында жетіспейтін бос орын
typography-number-sign = Үзілмейтін бос орны жоқ № немесе § белгісі
typography-percent = Пайыз белгісі санға тым жақын немесе одан алыс
typography-ordinal = Реттік санның жалғауы дұрыс терілмеген
typography-date = Күнде артық немесе жетіспейтін бос орын
typography-digit-groups = Үлкен сандар тілде қабылданғандай топталмаған
typography-unit = Санға жабысып тұрған өлшем бірлігі
typography-initials = Жол соңында бөлініп қалуы мүмкін инициалдар
typography-no-break = Жол үзілмейтін жерде кәдімгі бос орын
typography-look-alike = Басқа әліпбидің ұқсас әріптері
finding-typography = { $what }: { $count } жер, біріншісі – «{ $words }»
fix-typography = { $count } жерді түзету

# Түзетілетін тұстарды қарап шығу.
command-ask-typography = Типографиканы түзету…
command-correct-typography = Белгіленгенін түзету
command-help-typing = Осы тілдің таңбасын қою
command-toggle-typing-help = Теру кезіндегі көмекті қосу не өшіру
command-toggle-signs = Үзілмейтін бос орындар мен жұмсақ тасымалды көрсету не жасыру
typography-title = Типографиканы түзету
typography-nothing = Түзететін ештеңе жоқ.
typography-hint = Әр тұстың түзетілгенге дейінгі және кейінгі түрі: · – кәдімгі бос орын, ° – үзілмейтіні. Қалуы керек тұстың белгісін алып тастаңыз.
typography-go = Белгіленген { $count } жерді түзету
typography-of-language = { $language }: барлығы
typography-of-point = { $what }: { $count }
typography-place = «{ $then }» орнына «{ $now }»
typography-corrected = { $count } жер түзетілді.
typing-help-is-on = Енді тергенде тырнақша мен сызықша тілде қабылданғанына ауысады.
typing-help-is-off = Енді тырнақша мен сызықша терілген күйінде қалады.
settings-typing-help = Теру кезінде тілдің тырнақшасы мен сызықшасын қою
settings-signs = Үзілмейтін бос орындар мен жұмсақ тасымалды көрсету

# Әртүрлі тілдегі мәтіндерде сәйкес келмейтін тұстар.
finding-parity-numbers = Сандар, күндер немесе уақыт түпнұсқамен сәйкес келмейді: { $told }.
finding-parity-links = Сілтемелер түпнұсқамен сәйкес келмейді: { $told }.
finding-parity-block-missing = «{ $words }»: бұл { $lang ->
    [kk] қазақ тілінде
    [ru] орыс тілінде
    [en] ағылшын тілінде
    [de] неміс тілінде
    [fr] француз тілінде
   *[other] «{ $lang }» тілінде
} жоқ.
finding-parity-list-length = Тізім тармақтарының саны түпнұсқамен сәйкес келмейді: { $told }.
findings-show-other = Басқа тілде көрсету
