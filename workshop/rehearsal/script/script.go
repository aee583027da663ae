// Package script is what the simulated people of a rehearsal are called, think and say, in each language. It is words alone:
// who says what, and when, is up to package rehearsal.
package script

import (
	"hash/fnv"
	"strings"
	"unicode"
	"unicode/utf8"

	"convene/workshop"
)

// Script is what a company can say in one language.
type Script struct {
	Topic  string   // of a workshop that has none of its own
	People []string // first names; they differ in more than accents, so that nobody's name is taken

	// Themes are what people think of when they read a prompt. There are none for the name of the community: its proposals are
	// names.
	Themes   map[workshop.Prompt][]Theme
	OffTopic []string // notes that somebody always writes, and that the group parks

	Visions     []string // sentences on which a group can agree
	Importances []string // why it matters now, in a sentence
	Concerns    []string // what somebody misses who is not behind an outcome yet

	Communities []string // names that are proposed; some of them come twice, spelt differently
	Reasons     []string // why somebody should lead
	Hopes       []string // why people nominate themselves
	Hasty       string   // the reason of a nomination that is taken back
	Objections  []string // what speaks against a proposal of a leader, and helps to make it better
	NoLeader    string   // why there is none yet

	Intents []Intent // what somebody will do first

	echoes []echo // how somebody words what others have said already
	first  echo   // how somebody words an idea anew that is their most important
}

// Theme is what several ideas have in common. The company puts notes of one theme into one cluster.
type Theme struct {
	Title string
	Ideas []string
}

// Intent is a first action that somebody in the company has in mind.
type Intent struct {
	What   string
	Weeks  int  // until it is done
	Leader bool // it is the leader's to see to
}

// echo is what stands before or after an idea.
type echo struct{ before, after string }

// In is the script of a language; the English one for a language without any.
func In(l workshop.Language) Script {
	if l == workshop.French {
		return french()
	}
	return english()
}

// Retell words an idea as the n-th person who has it does, from 0: as it is, and then a little differently each time. Which way
// comes first differs from idea to idea, so that a wall doesn't sound like a choir.
func (s Script) Retell(idea string, n int) string {
	if n <= 0 {
		return idea
	}
	begin := fnv.New32a()
	begin.Write([]byte(idea))
	return s.echoes[(int(begin.Sum32()%uint32(len(s.echoes)))+n-1)%len(s.echoes)].of(idea)
}

// First words an idea anew, as the most important.
func (s Script) First(idea string) string { return s.first.of(idea) }

func (e echo) of(idea string) string {
	if e.before != "" {
		idea = lowerFirst(idea)
	}
	return e.before + idea + e.after
}

// lowerFirst begins a sentence with a small letter, unless it begins with an abbreviation.
func lowerFirst(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	if second, _ := utf8.DecodeRuneInString(s[n:]); !unicode.IsLower(second) && second != '’' {
		return s
	}
	return strings.ToLower(string(first)) + s[n:]
}
