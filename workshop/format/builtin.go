package format

import (
	"embed"
	"sync"

	"convene/workshop"
)

//go:embed *.toml
var files embed.FS

// Page is the file of a language's built-in format, with its comments; the English one for a language that is not built in.
func Page(l workshop.Language) []byte {
	page, err := files.ReadFile(string(l) + ".toml")
	if err != nil {
		return Page(workshop.English)
	}
	return page
}

// formats are those of all languages, each read once, when it is needed first. That their files can be read is checked by the
// tests.
var formats = func() map[workshop.Language]func() Format {
	all := map[workshop.Language]func() Format{}
	for _, l := range workshop.Languages() {
		all[l] = sync.OnceValue(func() Format { return read(l) })
	}
	return all
}()

// builtin is the whole built-in format of a language; the English one for a language that is not built in.
func builtin(l workshop.Language) Format {
	if has, ok := formats[l]; ok {
		return has()
	}
	return formats[workshop.English]()
}

func read(l workshop.Language) Format {
	f, err := parse(string(l)+".toml", Page(l))
	if err != nil {
		panic("format: " + err.Error())
	}
	return f
}
