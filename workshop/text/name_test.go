package text_test

import (
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"convene/workshop/text"
)

func TestNameIsCleaned(t *testing.T) {
	for _, tc := range []struct{ rule, in, want string }{
		{"plain", "Ada", "Ada"},
		{"spaces are trimmed and collapsed", "  Ada \t Lovelace\r\n", "Ada Lovelace"},
		{"escapes go", "\x1bAda\u202e\u200b", "Ada"},
		{"composed", "Zoe\u0308", "Zoë"},
		{"fullwidth letters become plain", "Ａｄａ", "Ada"},
		{"styled letters become plain", "𝓐𝓭𝓪", "Ada"},
		{"ligatures come apart", "ﬁona", "fiona"},
		{"halfwidth Katakana become whole", "ｶﾞｸ", "ガク"},
		{"an accent that becomes a space and a mark leaves neither", "Ada\u00a8", "Ada"},
		{"apostrophes, hyphens and dots stay", "Dr. O'Neil-Smith", "Dr. O'Neil-Smith"},
		{"digits are a name", "007", "007"},
		{"emoji may stand beside letters", "Ada 🎉", "Ada 🎉"},
		{"twenty cells fit", strings.Repeat("a", 20), strings.Repeat("a", 20)},
		{"accents take no cells", strings.Repeat("q\u0301", 20), strings.Repeat("q\u0301", 20)},
		{"ten wide characters fit", strings.Repeat("山", 10), strings.Repeat("山", 10)},

		{"Greek", "Ελένη", "Ελένη"},
		{"Cyrillic", "Андрей", "Андрей"},
		{"Hebrew", "דנה", "דנה"},
		{"Arabic", "فاطمة", "فاطمة"},
		{"Devanagari", "आशा", "आशा"},
		{"Thai", "สมชาย", "สมชาย"},
		{"Japanese in three scripts", "山田はなコ", "山田はなコ"},
		{"Japanese with Latin", "Ken 山田", "Ken 山田"},
		{"Korean with Han", "김哲수", "김哲수"},
		{"Korean with Latin", "Kim 철수", "Kim 철수"},
		{"Chinese with Bopomofo", "王ㄨㄤ", "王ㄨㄤ"},
		{"a reserved word inside a name is fine", "Wally Root", "Wally Root"},
	} {
		t.Run(tc.rule, func(t *testing.T) {
			got, err := text.Name(tc.in)
			if err != nil || got != tc.want {
				t.Errorf("Name(%+q) = %+q, %v, want %+q", tc.in, got, err, tc.want)
			}
		})
	}
}

func TestNameIsRefused(t *testing.T) {
	for _, tc := range []struct {
		rule, in string
		want     error
	}{
		{"nothing", "", text.ErrNameEmpty},
		{"only spaces", " \t\u3000", text.ErrNameEmpty},
		{"only invisible characters", "\u200b\u3164\u2800", text.ErrNameEmpty},
		{"only punctuation", "-_-", text.ErrNameEmpty},
		{"only emoji", "🎉🎉", text.ErrNameEmpty},
		{"twenty-one cells", strings.Repeat("a", 21), text.ErrNameLong},
		{"eleven wide characters", strings.Repeat("山", 11), text.ErrNameLong},
		{"one character that unfolds into many", "ﷺﷺ", text.ErrNameLong},
		{"a Cyrillic а in a Latin name", "Pаul", text.ErrNameScripts},
		{"a Greek ο in a Latin name", "Bοb", text.ErrNameScripts},
		{"Cyrillic with Greek", "Анα", text.ErrNameScripts},
		{"Cyrillic with Han", "Анна山", text.ErrNameScripts},
		{"Hangul with Kana", "김か", text.ErrNameScripts},
		{"Bopomofo with Kana", "ㄨか", text.ErrNameScripts},
		{"a role", "Facilitator", text.ErrNameReserved},
		{"the reader", "Ada (You)", text.ErrNameReserved},
		{"what an outcome is called", "✓ Nobody objects.", text.ErrNameReserved},
		{"what a ballot is called", "Blank", text.ErrNameReserved},
		{"a role in capitals", "FACILITATOR", text.ErrNameReserved},
		{"a role with dots", "a.d.m.i.n", text.ErrNameReserved},
		{"a role with digits", "faci1itat0r", text.ErrNameReserved},
		{"a role with accents", "ádmïn", text.ErrNameReserved},
		{"a role in fullwidth letters", "ｒｏｏｔ", text.ErrNameReserved},
		{"a role with an emoji", "admin ⭐", text.ErrNameReserved},
		{"a role in Cyrillic letters", "гооt", text.ErrNameScripts},
		{"a role within a name", "Fay (facilitator)", text.ErrNameReserved},
		{"a role after an article", "The Facilitator", text.ErrNameReserved},
		{"the reader", "You", text.ErrNameReserved},
		{"the wall", "Wall", text.ErrNameReserved},
		{"the observer", "observer", text.ErrNameReserved},
		{"the program", "convene", text.ErrNameReserved},
		{"the system", "System", text.ErrNameReserved},
		{"everyone", "Everyone", text.ErrNameReserved},
		{"nobody", "nobody", text.ErrNameReserved},
		{"the booth", "booth", text.ErrNameReserved},
		{"the lobby", "lobby", text.ErrNameReserved},
	} {
		t.Run(tc.rule, func(t *testing.T) {
			if got, err := text.Name(tc.in); !errors.Is(err, tc.want) || got != "" {
				t.Errorf("Name(%+q) = %+q, %v, want %v", tc.in, got, err, tc.want)
			}
		})
	}
}

func TestNamesAreStable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		mustBeAName(t, typed().Draw(t, "typed"))
	})
}

func FuzzName(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		mustBeAName(t, s)
	})
}

// mustBeAName checks what is promised about a name, if s is one.
func mustBeAName(t failer, s string) {
	t.Helper()
	name, err := text.Name(s)
	if err != nil {
		if name != "" {
			t.Errorf("Name(%+q) = %+q beside an error", s, name)
		}
		return
	}
	mustBeClean(t, name)
	if again, err := text.Name(name); again != name || err != nil {
		t.Errorf("Name(%+q) = %+q, %v, want it unchanged", name, again, err)
	}
	if cells := text.Cells(name); cells < 1 || cells > text.MaxNameCells {
		t.Errorf("%+q takes %d cells", name, cells)
	}
	if !norm.NFKC.IsNormalString(name) {
		t.Errorf("%+q is not in NFKC", name)
	}
}
