# Photos in what leaves the house.

warning-photo-left-out = Бұл файлда «{ $file }» фотосы жоқ. { $why }
error-export-photos = «{ $file }» фотосын экспорттау мүмкін болмады, сондықтан бірде-бір фото экспортталмады. { $why }
error-export-link = фото қалтасына барар жолда сілтеме тұр, ол басқа қалтаға апаруы мүмкін
error-export-link-next = Сілтемені алып тастаңыз немесе басқа қалтаны таңдаңыз.
format-photos = Фото (қалта)
export-single-file = Фото веб-бет пен Markdown файлының ішінде
