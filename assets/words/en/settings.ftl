# What a person can choose about the window.
settings-title = Settings
settings-language = Interface language
settings-language-system = System default
settings-appearance = Appearance
settings-appearance-system = System default
settings-appearance-light = Light
settings-appearance-dark = Dark
settings-text-size = Text size
settings-motion = Reduce motion
