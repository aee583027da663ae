package board_test

import (
	"slices"
	"strings"
	"testing"

	"convene/tui/board"
	"convene/tui/theme"
	"convene/workshop"
	"convene/workshop/tongue"
)

// What the wall says by itself is in the language of the workshop; what people wrote stays as it is.
func TestAWallInFrench(t *testing.T) {
	french := tongue.In(workshop.French)
	with := func(w board.Wall, change func(*board.Wall)) board.Wall {
		w.Tongue, w.Columns = french, slices.Clone(w.Columns)
		change(&w)
		return w
	}
	asItIs := func(*board.Wall) {}
	wall := func(w board.Wall, width, height int) []string { return drawn(w, width, height) }
	lit := func(w board.Wall, width, height int) []string {
		return board.Spotlight(theme.New(true, false), w, board.Cluster(1), width, height)
	}
	poster := func(w board.Wall, width, height int) []string {
		return board.Poster{Tongue: w.Tongue, Columns: w.Columns, Labels: w.Labels}.Draw(theme.New(true, false), width, height)
	}
	long := strings.Repeat("Personne n’a peur du vieux code. ", 3)
	for _, c := range []struct {
		name          string
		draw          func(w board.Wall, width, height int) []string
		wall          board.Wall
		width, height int
		want          []string
	}{
		{"counts", wall, with(wallOf(24), asItIs), 118, 20, []string{"11 notes, 2 thèmes"}},
		{"a cluster without a title", wall, with(titled(""), asItIs), 28, 10, []string{"(titre à venir)", "1 note, 1 thème"}},
		{"nothing", wall, with(wallOf(0), asItIs), 158, 10, []string{"Pas encore de note ici."}},
		{"notes beside clusters", wall, with(titled("Learn"), asItIs), 100, 10, []string{"Learn", "notes seules", "Aucune note n’est seule."}},
		{"the gap", wall, with(titled("Learn"), func(w *board.Wall) { w.Carried, w.Focus = board.Note(1), board.Cluster(9) }), 40, 10, []string{"rester seule"}},
		{"found nothing", wall, with(titled("Learn"), func(w *board.Wall) { w.Find = board.NewSearch("xyz") }), 40, 10, []string{"0 sur 1", "Rien ici ne contient ces mots."}},
		{"parked", wall, with(titled("Learn"), func(w *board.Wall) { w.Columns[0].Parked = []workshop.Card{{ID: 2, Text: "two", Parked: true}} }), 40, 10, []string{"1 mise de côté, hors canevas"}},
		{"lines hidden", wall, with(titled("Learn"), func(w *board.Wall) {
			w.Columns[0].Clusters = []workshop.Pile{{ID: 9, Title: "Un", Notes: []workshop.Card{{ID: 1, Text: long, Cluster: 9}}}}
		}), 40, 4, []string{"… encore 3 lignes"}},
		{"notes hidden", wall, with(wallOf(60), func(w *board.Wall) { w.Focus = board.Note(15) }), 40, 10, []string{"avant", "après"}},
		{"the spotlight", lit, with(wallOf(24), asItIs), 78, 11, []string{"… encore 2"}},
		{"an empty poster", poster, with(wallOf(0), asItIs), 80, 10, []string{"Pas de note ici."}},
		{"a poster without room", poster, with(wallOf(300), asItIs), 60, 10, []string{"… encore", "notes"}},
		{"a poster with a parked note", poster, with(titled(""), func(w *board.Wall) { w.Columns[0].Parked = []workshop.Card{{ID: 2, Text: "two", Parked: true}} }), 60, 20, []string{"(titre à venir)", "1 mise de côté"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := strings.Join(stripped(c.draw(c.wall, c.width, c.height)), "\n")
			for _, want := range c.want {
				if !strings.Contains(got, want) {
					t.Errorf("nothing says %q:\n%s", want, got)
				}
			}
		})
	}
}
