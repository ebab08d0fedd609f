count-photos = { $count } фото
