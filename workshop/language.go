package workshop

import "cmp"

// Language is what the screens, the prompts and the canvas of a workshop speak: its BCP 47 tag, which is its stable name
// on disk. A workshop has one language, because its wall is read by everybody at once.
type Language string

// The languages that are built in.
const (
	English Language = "en"
	French  Language = "fr"
)

// Languages lists the languages that are built in, the default first.
func Languages() []Language { return []Language{English, French} }

// orEnglish is the language, or the one of every workshop that was opened before there was a choice.
func (l Language) orEnglish() Language { return cmp.Or(l, English) }
