# Photos in what leaves the house.

warning-photo-left-out = В этом файле нет фото «{ $file }». { $why }
error-export-photos = Не удалось экспортировать фото «{ $file }», поэтому не экспортировано ни одно. { $why }
error-export-link = на пути к папке с фото стоит ссылка, она может вести в другую папку
error-export-link-next = Уберите ссылку или выберите другую папку.
format-photos = Фото (папка)
export-single-file = Фото внутри веб-страницы и файла Markdown
