# Люди и контакты редакции.
error-open-register = Не удалось прочитать справочник
error-save-register = Не удалось сохранить справочник
error-register-busy = его непрерывно меняют другие
error-register-busy-next = Повторите через минуту.
