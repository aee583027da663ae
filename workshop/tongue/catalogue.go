package tongue

import (
	"embed"
	"strings"
	"sync"

	"github.com/leonelquinteros/gotext"
	"github.com/leonelquinteros/gotext/plurals"

	"convene/workshop"
)

//go:embed */*.po
var files embed.FS

// catalogues has those of all languages but English, each read once, when the first of its sentences is said.
var catalogues = func() map[workshop.Language]func() *catalogue {
	all := map[workshop.Language]func() *catalogue{}
	for _, l := range workshop.Languages() {
		if l != workshop.English {
			all[l] = sync.OnceValue(func() *catalogue { return read(l) })
		}
	}
	return all
}()

// catalogue is what a language has for each message of the sources.
type catalogue struct {
	entries map[key]*gotext.Translation
	plural  plurals.Expression // which of its forms goes with a number, from 0; as the headers of its files say
}

// key is a message: its English, and its meaning where that has to be said.
type key struct{ english, meaning string }

// read joins the files of a language. They are embedded, so that they can be read; that they say what they should is checked
// by the tests.
func read(l workshop.Language) *catalogue {
	folder := string(l)
	c := &catalogue{entries: map[key]*gotext.Translation{}}
	pages, err := files.ReadDir(folder)
	if err != nil {
		panic("tongue: " + err.Error())
	}
	for _, p := range pages {
		page, err := files.ReadFile(folder + "/" + p.Name())
		if err != nil {
			panic("tongue: " + err.Error())
		}
		po := gotext.NewPo()
		po.Parse(page)
		_, rule, _ := strings.Cut(po.PluralForms, "plural=")
		if c.plural, err = plurals.Compile(strings.Trim(rule, "; ")); err != nil {
			panic("tongue: the plural forms of " + p.Name() + ": " + err.Error())
		}
		for english, entry := range po.GetDomain().GetTranslations() {
			c.entries[key{english, ""}] = entry
		}
		for meaning, entries := range po.GetDomain().GetCtxTranslations() {
			for english, entry := range entries {
				c.entries[key{english, meaning}] = entry
			}
		}
	}
	return c
}

func (c *catalogue) said(english, meaning string) (string, bool) {
	entry, ok := c.entries[key{english, meaning}]
	if !ok || english == "" || entry.Trs[0] == "" {
		return "", false
	}
	return entry.Trs[0], true
}

func (c *catalogue) counted(one string, n int) (string, bool) {
	form := c.plural.Eval(uint32(max(0, n)))
	entry, ok := c.entries[key{one, ""}]
	if !ok || entry.Trs[form] == "" {
		return "", false
	}
	return entry.Trs[form], true
}
