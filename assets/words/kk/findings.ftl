# Атаулар ілік септігінде тұрады («… дәйексөзінің спикері»), спикер – атау септігінде.
finding-the-quote = «{ $words }» дәйексөзінің
finding-a-quote = Бір дәйексөздің
finding-a-speaker = аты жазылмаған спикер
finding-the-photo = «{ $file }» фотосының
finding-a-photo = Бір фотоның

finding-embargo-past = Эмбарго мерзімі өтіп кетті: оны алып тастаңыз немесе кейінгі уақытты көрсетіңіз.
finding-embargo-zone-unknown = Эмбаргоның «{ $zone }» уақыт белдеуі белгісіз: мысалы, Asia/Almaty деп жазыңыз.
finding-embargo-zone-missing = Эмбаргоның уақыт белдеуі белгісіз: мысалы, Asia/Almaty деп жазыңыз.
finding-style-missing = Ұйымның { $lang ->
    [kk] қазақ тіліне
    [ru] орыс тіліне
    [en] ағылшын тіліне
    [de] неміс тіліне
    [fr] француз тіліне
   *[other] «{ $lang }» тіліне
} арналған стилі жоқ: жалпы ережелер қолданылады.
finding-headline-missing = Тақырып жоқ.
finding-body-empty = Релизде мәтін жоқ.
finding-translation-missing = Мәтіннің { $count } бөлігі аударылмаған.
finding-quote-empty = Дәйексөз бос: сөзін жазыңыз немесе оны жойыңыз.
finding-quote-speaker-missing = { $quote } спикері көрсетілмеген.
finding-quote-speaker-gone = { $quote } спикері релизде енді жоқ.
finding-quote-verb-missing = { $quote } етістігі жоқ, мысалы, «деді».
finding-quote-marks-typed = { $quote } айналасына тырнақша қойылған: тырнақшаны ұйымның стилі қосады.
finding-speaker-not-introduced = Мәтінде сөзі келтірілген – { $speaker }, бірақ оның кім екені еш жерде айтылмаған.
finding-speaker-name-missing = Сөзі келтірілген спикердің аты-жөні жоқ.
finding-speaker-name-untranslated = Аты-жөні { $lang ->
    [kk] қазақ тілінде
    [ru] орыс тілінде
    [en] ағылшын тілінде
    [de] неміс тілінде
    [fr] француз тілінде
   *[other] «{ $lang }» тілінде
} жазылмаған: { $speaker }.
finding-speaker-title-untranslated = Лауазымы { $lang ->
    [kk] қазақ тілінде
    [ru] орыс тілінде
    [en] ағылшын тілінде
    [de] неміс тілінде
    [fr] француз тілінде
   *[other] «{ $lang }» тілінде
} жазылмаған: { $speaker }.
finding-photo-gone = Мәтінде релизде енді жоқ фото тұр.
finding-photo-credit-missing = { $photo } авторы көрсетілмеген.
finding-photo-alt-missing = { $photo } { $lang ->
    [kk] қазақ тіліндегі
    [ru] орыс тіліндегі
    [en] ағылшын тіліндегі
    [de] неміс тіліндегі
    [fr] француз тіліндегі
   *[other] «{ $lang }» тіліндегі
} көрмейтіндерге арналған сипаттамасы жоқ: оны жазыңыз немесе «Безендіру үшін ғана» деп белгілеңіз.
finding-photo-person-unnamed = «{ $file }» фотосы: жазуда ешкім аталмаған, ал файлда кімдер түскені көрсетілген: { $persons }.
finding-photo-small-for-web = «{ $file }» фотосы: { $width } × { $height } пиксель, ал сайтқа ұзын жағы кемінде 1200 пиксель керек.
finding-photo-small-for-print = «{ $file }» фотосы: баспада дюйміне 200 нүктеден аз. Ірірек сурет алыңыз немесе оны кішірейтіп қойыңыз.
finding-photo-credit-cut = «{ $file }» фотосы: авторы ескі бағдарламалар үшін тым ұзын жазылған, олар «{ $kept }» деп көрсетеді.
finding-speaker-title-unsaid = { $speaker }: «{ $title }» лауазымы мәтінде еш жерде айтылмаған.
finding-quote-verb-gender = «{ $verb }» етістігі спикердің атымен үйлеспейді: { $speaker }.
finding-photo-shown-nowhere = { $count } фото релиз соңында тұруға тиіс, бірақ ұйым стилі онда фото көрсетпейді.
finding-contact-unit-untranslated = «{ $unit }» байланысының { $lang ->
    [kk] қазақ тіліндегі
    [ru] орыс тіліндегі
    [en] ағылшын тіліндегі
    [de] неміс тіліндегі
    [fr] француз тіліндегі
   *[other] «{ $lang }» тіліндегі
} атауы жоқ.
finding-contact-missing = Редакция қоңырау шала алатын байланыс жоқ.
finding-letter-missing = Беттің ешбір қарпінде { $letters } таңбалары жоқ: оларды басқа таңбалармен жазыңыз.

# Алдын ала қарау астындағы тақта.
findings-before-sending = Жіберер алдында: { $count }
findings-required = Міндетті
findings-advised = Ұсынылады
findings-show = Көрсету
findings-in-language = { $language }: { $question }
findings-named = { $severity }: { $question }
findings-ready = Жіберуге дайын
findings-languages = { $count } тіл
findings-languages-and-photos = { $languages }, { $photos }

# Түйме нені түзетеді.
command-mend = Түзету
fix-say-title = Дәйексөзге лауазымын қосу
fix-put-verb = «{ $verb }» деп ауыстыру
fix-only-attach = { $count } фотоны тек бөлек файл ретінде жіберу
