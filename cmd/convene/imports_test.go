package main

import (
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// rule says what a package, and every package below it that has no rule of its own, may import apart from the standard
// library. What is allowed is allowed with everything below it; with a dot at its end it is that one package alone.
type rule struct{ of, ours, others string }

// rules are who may import whom. Nobody may import cmd, which wires everything; store and tui know nothing of each
// other.
func rules() []rule {
	return []rule{
		{"workshop", "workshop/ballot workshop/text", ""},
		{"workshop/ballot", "", ""},
		{"workshop/text", "", "golang.org/x/text github.com/clipperhouse"},
		{"workshop/room", "workshop. workshop/ballot", ""},
		{"workshop/trend", "workshop.", ""},
		{"workshop/export", "workshop. workshop/text workshop/tongue workshop/format workshop/trend", ""},
		{"workshop/tongue", "workshop.", "github.com/leonelquinteros/gotext"},
		{"workshop/reel", "workshop.", ""},
		{"workshop/format", "workshop. workshop/text workshop/tongue workshop/proof", ""},
		{"workshop/deck", "workshop. workshop/text workshop/tongue workshop/proof", ""},
		{"workshop/proof", "workshop.", "github.com/BurntSushi/toml"},
		{"workshop/rehearsal", "workshop. workshop/ballot workshop/text workshop/tongue workshop/rehearsal/script", ""},
		{"workshop/rehearsal/script", "workshop.", ""},
		{"workshop/workshoptest", "workshop. workshop/ballot", "github.com/google/go-cmp pgregory.net/rapid"},
		{"store", "workshop. workshop/ballot", "go.etcd.io/bbolt"},
		{"store/storetest", "workshop. workshop/ballot workshop/room workshop/workshoptest", "github.com/google/go-cmp"},
		{
			"tui", "workshop. workshop/ballot workshop/text workshop/reel workshop/tongue workshop/format workshop/deck workshop/trend tui",
			"charm.land github.com/charmbracelet github.com/clipperhouse rsc.io/qr",
		},
		{"tui/theme", "", "charm.land github.com/charmbracelet golang.org/x/text rsc.io/qr"},
		{"tui/tuitest", "tui/theme", "github.com/charmbracelet github.com/google/go-cmp"},
		{"tui/sshd/sshtest", "tui/tuitest", "golang.org/x/crypto"},
		{
			"tui/sshd", "workshop. workshop/text workshop/tongue tui/sshd",
			"charm.land golang.org/x/crypto golang.org/x/time github.com/charmbracelet",
		},
		{
			"cmd", "workshop store tui",
			"charm.land github.com/charmbracelet github.com/spf13 golang.org/x/crypto/ssh. golang.org/x/time/rate.",
		},
	}
}

// The rules of a workshop have nothing to do with the world outside, and a rehearsal gets its time from its caller.
const (
	pure     = "workshop. workshop/ballot workshop/text workshop/trend"
	timeless = pure + " workshop/rehearsal workshop/reel"
	outside  = "context crypto/rand io log math/rand net os runtime sync syscall testing unsafe"
	clocks   = "Now Since Until Sleep After AfterFunc Tick NewTimer NewTicker"
)

// top is all that lies at the top of the repository, next to what begins with a dot, and the program where somebody has
// built it.
const top = "LICENSE README.md cmd convene go.mod go.sum store tui workshop"

// listing is what the go command says about a package.
type listing struct {
	ImportPath, Dir string
	Imports         []string // those of tests left out
	GoFiles         []string
	Standard        bool
}

// name is a package's path in this module.
func (l listing) name() string { return strings.TrimPrefix(l.ImportPath, "convene/") }

func goList(t *testing.T, pattern string) []listing {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Dir,Imports,GoFiles,Standard", pattern).Output()
	if err != nil {
		t.Fatalf("go list %s: %v", pattern, err)
	}
	var all []listing
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var l listing
		if err := d.Decode(&l); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, l)
	}
}

// within says whether a path is one of those on a list, or below one.
func within(list, path string) bool {
	return slices.ContainsFunc(strings.Fields(list), func(allowed string) bool {
		alone, exact := strings.CutSuffix(allowed, ".")
		return path == alone || !exact && strings.HasPrefix(path, alone+"/")
	})
}

// ruleOf is the rule of a package: its own, or that of the nearest package above it.
func ruleOf(name string) (rule, bool) {
	best := rule{}
	for _, r := range rules() {
		if within(r.of, name) && len(r.of) > len(best.of) {
			best = r
		}
	}
	return best, best.of != ""
}

func TestEveryPackageImportsOnlyWhatItMay(t *testing.T) {
	standard := make(map[string]bool)
	for _, l := range goList(t, "std") {
		standard[l.ImportPath] = true
	}
	for _, l := range goList(t, "convene/...") {
		r, ok := ruleOf(l.name())
		if !ok {
			t.Errorf("%s has no place in this house", l.name())
			continue
		}
		for _, path := range l.Imports {
			ours, isOurs := strings.CutPrefix(path, "convene/")
			switch {
			case standard[path]:
				if within(pure, l.name()) && within(outside, path) {
					t.Errorf("%s imports %s, and must not touch the world outside", l.name(), path)
				}
			case isOurs && !within(r.ours, ours):
				t.Errorf("%s imports %s of ours", l.name(), ours)
			case !isOurs && !within(r.others, path):
				t.Errorf("%s imports %s of others", l.name(), path)
			}
		}
	}
}

func TestTheRulesStartNothingAndAskNoClock(t *testing.T) {
	for _, l := range goList(t, "convene/workshop/...") {
		if !within(timeless, l.name()) {
			continue
		}
		for _, file := range l.GoFiles {
			files := token.NewFileSet()
			tree, err := parser.ParseFile(files, filepath.Join(l.Dir, file), nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(tree, func(n ast.Node) bool {
				if worldly(n) {
					t.Errorf("%s: a goroutine or a clock", files.Position(n.Pos()))
				}
				return true
			})
		}
	}
}

// worldly says whether a node starts a goroutine or asks the clock.
func worldly(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.GoStmt:
		return true
	case *ast.SelectorExpr:
		of, ok := n.X.(*ast.Ident)
		return ok && of.Name == "time" && slices.Contains(strings.Fields(clocks), n.Sel.Name)
	default:
		return false
	}
}

func TestTheTopOfTheRepositoryIsTidy(t *testing.T) {
	entries, err := os.ReadDir("../..")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if name := e.Name(); !strings.HasPrefix(name, ".") && !slices.Contains(strings.Fields(top), name) {
			t.Errorf("%s does not belong at the top", name)
		}
	}
}

// The rules themselves are worth a look: a list that allowed everything would pass.
func TestAListAllowsWhatItNames(t *testing.T) {
	for _, c := range []struct {
		list, path string
		want       bool
	}{
		{"workshop", "workshop", true},
		{"workshop", "workshop/room", true},
		{"workshop.", "workshop", true},
		{"workshop.", "workshop/room", false},
		{"workshop", "workshoptest", false},
		{"store tui", "tui/theme", true},
		{"", "store", false},
	} {
		if got := within(c.list, c.path); got != c.want {
			t.Errorf("%q allows %q: %v", c.list, c.path, got)
		}
	}
	for name, want := range map[string]string{
		"workshop": "workshop", "workshop/text": "workshop/text", "tui/board": "tui", "tui/theme": "tui/theme", "cmd/convene": "cmd",
		"store/storetest": "store/storetest", "internal/util": "",
	} {
		if got, _ := ruleOf(name); got.of != want {
			t.Errorf("%s goes by the rule of %q, want %q", name, got.of, want)
		}
	}
}
