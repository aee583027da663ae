// Package tongue is what the program says to people, in the languages that they read.
//
// The source says everything in English, whole sentences at a time, and the English is the key of its translation:
//
//	t.Say("%s is carrying that. A facilitator can free it.", name)
//	t.Count(n, "%d person is still writing", "%d people are still writing")
//
// What is chosen from a table, long before it is known who will read it, is marked where it stands and said later:
//
//	bind(tongue.Mark("I'm done"), "ctrl+d")
//	t.Marked(binding.Help().Desc)
//
// # The catalogues
//
// A language is a folder of gettext catalogues (fr/*.po), the form that translators and their tools know: see
// https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html. Several files are one catalogue; they are split by
// what they are about, so that each can be read. A sentence that no catalogue has is said in English.
//
// Nothing may be missing, nothing may be left over, and the verbs of a translation are those of its original:
// catalogue_test.go reads the sources and the catalogues and says what is wrong. That every sentence on a screen goes
// through a Tongue is checked with [Pseudo], a language which writes everything in Cyrillic letters: whatever is still
// Latin on a screen has been said past the catalogue.
//
// # Adding a language
//
// Copy the folder fr to one with the tag of the language, change Language and Plural-Forms in the headers of its files (which
// form goes with which number is read there), and translate the msgstr lines. Copy workshop/format/fr.toml and
// workshop/deck/fr.toml in the same way. Then put the language into workshop.Languages, give the simulated people of a rehearsal a
// script in it (workshop/rehearsal/script), and put it into what names them all:
//
//   - workshop.ErrLanguage, with its translations
//   - the enums of lang in workshop/export/schema.json, workshop/export/community.schema.json and cmd/convene/log.schema.json
//
// The tests of this package say which messages, forms and verbs are missing or wrong, those of packages format and deck
// which words, and languages_test.go which of the places above doesn't name the language. What they can't say is whether it reads
// well and fits: the goldens of the French screens (tui/french_*_test.go) are an example of how to see that.
package tongue
