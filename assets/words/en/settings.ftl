# What a person can choose about the window.
settings-title = Settings
settings-language = Language of the window
settings-language-system = As the system
settings-appearance = Appearance
settings-appearance-system = As the system
settings-appearance-light = Light
settings-appearance-dark = Dark
settings-text-size = Text size
settings-motion = Less motion
