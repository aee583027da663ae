package workshop_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

// A command that has no row in the tables fails here: one is listed for every type of command.go, and for every gate.
func TestNoCommandIsForgotten(t *testing.T) {
	var listed, declared, gated []string
	for _, c := range Commands() {
		listed = append(listed, Name(c))
	}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for n := range ast.Preorder(file) {
			if f, ok := n.(*ast.FuncDecl); ok && f.Name.Name == "gate" {
				gated = append(gated, f.Recv.List[0].Type.(*ast.Ident).Name)
			}
			if d, ok := n.(*ast.TypeSpec); ok && name == "command.go" && d.Name.Name != "Envelope" && d.Name.Name != "Command" {
				declared = append(declared, d.Name.Name)
			}
		}
	}
	if diff := cmp.Diff(declared, listed); diff != "" {
		t.Errorf("commands (-command.go +listed):\n%s", diff)
	}
	slices.Sort(gated)
	if diff := cmp.Diff(gated, slices.Sorted(slices.Values(listed))); diff != "" {
		t.Errorf("commands (-gated +listed):\n%s", diff)
	}
}

// scene is a moment with everybody in it. No event makes an observer, so this one is put there: the gate must hold all the same.
type scene struct {
	Moment
	stage *Stage
}

func scenes(t *testing.T) []scene {
	t.Helper()
	var out []scene
	for _, m := range Moments() {
		s := NewStage()
		if err := s.Play(m.Line); err != nil {
			t.Fatal(err)
		}
		if s.State.Open() {
			s.State = s.State.Seating(Person{ID: "obs", Name: "Obs", Role: Observer})
		}
		out = append(out, scene{m, s})
	}
	return out
}

// gates sends every command as everybody at every moment, and notes in a word what the gate says.
func gates(t *testing.T) map[string]map[string]map[string]string {
	t.Helper()
	out := make(map[string]map[string]map[string]string)
	all := scenes(t)
	for _, c := range Commands() {
		rows := make(map[string]map[string]string)
		for _, who := range Senders() {
			row := make(map[string]string)
			for _, m := range all {
				events, err := Decide(m.stage.State, who.Envelope(m.stage, c))
				if row[m.Name] = Gate(err); err != nil && len(events) > 0 {
					t.Errorf("%s is refused in %s, and emits %v", Name(c), m.Name, events)
				}
			}
			rows[who.Letter] = row
		}
		out[Name(c)] = rows
	}
	return out
}

const legend = `Who may do what, and when. Each line is a command and who sends it, each column a moment of the workshop.

  F  a facilitator                 O  an observer
  C  an appointed co-facilitator   W  the wall, a seat that is nobody's
  P  a participant                 R  somebody whose seat was taken away
  B  a participant in the booth    S  a stranger: somebody without a seat

  +       the gate is open: what the command says decides
  who     not for this person
  seat    this person has no seat
  booth   not from this keyboard
  phase   not in this phase
  vote    not while a vote is open
  none    there is no workshop yet
  open    there is one already
  closed  the workshop is finished
  later   not before the workshop is finished

`

func TestGateTable(t *testing.T) {
	var b strings.Builder
	b.WriteString(legend)
	line := func(command, who string, word func(Moment) string) {
		row := fmt.Sprintf("%-19s%-10s", command, who)
		for _, m := range Moments() {
			row += fmt.Sprintf("%-9s", word(m))
		}
		b.WriteString(strings.TrimRight(row, " ") + "\n")
	}
	line("", "", func(m Moment) string { return m.Name })
	all := gates(t)
	for _, c := range Commands() {
		rows := all[Name(c)]
		said := make(map[string]bool)
		for _, who := range Senders() {
			var same string // everybody to whom the gate says the same at every moment shares the line
			for _, other := range Senders() {
				if reflect.DeepEqual(rows[who.Letter], rows[other.Letter]) {
					same += other.Letter
				}
			}
			if !said[same] {
				line(Name(c), same, func(m Moment) string { return rows[who.Letter][m.Name] })
			}
			said[same] = true
		}
	}
	got := b.String()
	golden(t, filepath.Join("testdata", "gate.txt"), got)
	if diff := cmp.Diff(all, Table(got)); diff != "" {
		t.Errorf("what is read from the table is not what was written (-sent +read):\n%s", diff)
	}
}

// may lists those of the roles who get past the gate of a command, and the moments in which they do.
type may struct{ roles, moments []string }

// allowed reduces the answers to one command to who may send it, and when. It is one or the other in every case: nobody has
// phases of their own.
func allowed(t *testing.T, command string, rows map[string]map[string]string) may {
	t.Helper()
	var out may
	for _, who := range Senders() {
		var when []string
		for _, m := range Moments() {
			if rows[who.Letter][m.Name] == Passes {
				when = append(when, m.Name)
			}
		}
		if when == nil {
			continue
		}
		if out.moments != nil && !slices.Equal(out.moments, when) {
			t.Errorf("%s: %s may send it in %v, others in %v", command, who.Role, when, out.moments)
		}
		out.roles, out.moments = append(out.roles, who.Role), when
	}
	return out
}

// phrase says the moments in words: the phases, whether an open vote is in the way, and whether it may be sent when the workshop is
// finished.
func (m may) phrase(t *testing.T, command string) (phases, vote, after string) {
	t.Helper()
	has := func(moment string) bool { return slices.Contains(m.moments, moment) }
	if has("break") != has("converge") {
		t.Errorf("%s: a break changes what may be sent: %v", command, m.moments)
	}
	if has("none") {
		return "before there is one", "-", "no"
	}
	after = "no"
	if has("closed") {
		after = "yes"
	}
	var in []string
	for _, p := range []string{"gather", "brief", "diverge", "share", "converge", "align", "canvas"} {
		if has(p) {
			in = append(in, p)
		}
	}
	switch {
	case len(in) == 0:
		phases = "none"
	case len(in) == 7:
		phases = "all"
	case len(in) == 6 && !has("gather"):
		phases = "all but gather"
	default:
		phases = strings.Join(in, " ")
	}
	switch {
	case !has("converge"):
		return phases, "-", after
	case has("voting"):
		return phases, "yes", after
	default:
		return phases, "no", after
	}
}

// columns are those of the table in the package comment; of the wall and the observer, and of the two participants, the package
// comment says that they are the same.
func roleColumns() []string {
	return []string{"stranger", "removed participant", "observer", "wall", "participant", "co-facilitator", "facilitator"}
}

// The table in the package comment is what the code does, and go test ./workshop -run Comment -update writes it anew.
func TestTheTableInThePackageCommentIsWhoMaySendWhat(t *testing.T) {
	all := gates(t)
	var order []string
	grouped := make(map[string][]string)
	for _, c := range Commands() {
		m := allowed(t, Name(c), all[Name(c)])
		phases, vote, after := m.phrase(t, Name(c))
		house := Name(c) == Name(OpenWorkshop{}) || Name(c) == Name(JoinAsFacilitator{})
		if slices.Contains(m.roles, "participant in the booth") != slices.Contains(m.roles, "participant") {
			t.Errorf("%s is not for everybody who takes part: %v", Name(c), m.roles)
		}
		row := ""
		for _, role := range roleColumns() {
			switch {
			case house:
				row += "h "
			case slices.Contains(m.roles, role):
				row += "+ "
			default:
				row += ". "
			}
		}
		row += fmt.Sprintf("  %-24s%-6s%-6s ", phases, vote, after)
		if grouped[row] == nil {
			order = append(order, row)
		}
		grouped[row] = append(grouped[row], Name(c))
	}
	var b strings.Builder
	for i, role := range roleColumns() {
		fmt.Fprintf(&b, "%s%s\n", strings.Repeat("| ", i), role)
	}
	fmt.Fprintf(&b, "%s  %-24s%-6s%-6s commands\n", strings.Repeat("| ", len(roleColumns())), "phases", "vote", "after")
	for _, row := range order {
		indent := strings.Repeat(" ", len(row))
		for i, line := range wrapped(grouped[row], 120-len(row)) {
			if i > 0 {
				row = indent
			}
			b.WriteString(row + line + "\n")
		}
	}
	inComment(t, "# Who may send what", b.String())
}

// wrapped sets words in lines of so many letters.
func wrapped(words []string, width int) []string {
	lines := []string{""}
	for _, w := range words {
		last := &lines[len(lines)-1]
		switch {
		case *last == "":
			*last = w
		case len(*last)+1+len(w) > width:
			lines = append(lines, w)
		default:
			*last += " " + w
		}
	}
	return lines
}
