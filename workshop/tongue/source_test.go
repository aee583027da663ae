package tongue_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// speakers are the packages, and the files, that say something to people in their own language, from here.
var speakers = []string{"../../tui", "../../workshop/export", "../../workshop/tongue", "../../cmd/convene/limits.go"}

// narrators are the files of the command line that say something in the language of a workshop: what its log, its minute, its
// replay and its rehearsals tell, and what is answered without a screen.
var narrators = []string{
	"../../cmd/convene/narrate*.go", "../../cmd/convene/minute*.go", "../../cmd/convene/where.go", "../../cmd/convene/ledger.go",
	"../../cmd/convene/lot.go", "../../cmd/convene/guest_*.go", "../../cmd/convene/demo_hold.go", "../../workshop/rehearsal/*.go",
	"../../workshop/deck/proposed.go",
}

// refusers are the files whose errors are told to people.
var refusers = []string{
	"../../workshop/*.go", "../../workshop/text/*.go", "../../workshop/ballot/*.go", "../../workshop/room/*.go", "../../workshop/format/*.go",
	"../../workshop/rehearsal/*.go", "../../tui/*.go",
	"../../cmd/convene/door.go", "../../cmd/convene/house.go", "../../cmd/convene/rehearse.go",
}

// message is something that the sources say: a key of the catalogues.
type message struct {
	english, many, meaning string
	at                     token.Position
}

// stray is a literal that looks like something said, and goes past the catalogues.
type stray struct {
	text string
	at   token.Position
}

// markers are functions of the screens whose arguments are said later, with their places among all; fields are those
// of their values that are.
var (
	markers = map[string][]int{"Mark": {0}, "bind": {0}, "named": {1}, "upDown": {0}, "newInputDialog": {0, 1, 2}}
	fields  = map[string]int{"say": 0, "helpGroup": 0} // composite literals, with the place of what is said
	keyed   = map[string][]string{
		"say": {"text"}, "send": {"said"}, "askDialog": {"question", "detail"}, "inputDialog": {"title", "hint", "verb"}, "helpGroup": {"title"},
		"pickDialog": {"title"},
	}
)

// unheard are calls whose texts no screen shows, with the reason. What is given to a logger is another one: see isLog.
var unheard = map[string]string{
	"cut":       "why sshd closes a connection, for the log",
	"besides":   "what panicked there, for the log",
	"safely":    "what panicked there, for the log",
	"recovered": "what panicked there, for the log",
	"reject":    "a protocol's own reason, which the SSH library marks as English",
}

// isLog says whether a call is one of a logger, whose lines are English: those who run the server search them.
func isLog(c *ast.CallExpr) bool {
	f, ok := c.Fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	switch of := f.X.(type) {
	case *ast.Ident:
		return of.Name == "log"
	case *ast.SelectorExpr:
		return of.Sel.Name == "Log"
	default:
		return false
	}
}

// sources reads what the packages say, and what they seem to say past the catalogues.
func sources(t *testing.T) (said []message, strays []stray) {
	t.Helper()
	look := func(set *token.FileSet, f *ast.File) {
		r := reading{set: set, heard: map[ast.Node]bool{}}
		ast.Inspect(f, r.listen)
		ast.Inspect(f, r.overhear)
		said, strays = append(said, r.said...), append(strays, r.strays...)
	}
	for _, folder := range speakers {
		walk(t, folder, look)
	}
	for _, pattern := range narrators {
		files, _ := filepath.Glob(pattern)
		if len(files) == 0 {
			t.Errorf("there is no %s", pattern)
		}
		for _, name := range files {
			parse(t, name, look)
		}
	}
	return said, strays
}

// refusals reads the texts of the errors that the files declare.
func refusals(t *testing.T) []message {
	t.Helper()
	var out []message
	for _, pattern := range refusers {
		files, _ := filepath.Glob(pattern)
		for _, name := range files {
			parse(t, name, func(set *token.FileSet, f *ast.File) {
				ast.Inspect(f, func(n ast.Node) bool {
					if c, ok := n.(*ast.CallExpr); ok && called(c) == "New" && len(c.Args) == 1 {
						if s, ok := constant(c.Args[0]); ok {
							out = append(out, message{english: s, at: set.Position(c.Pos())})
						}
					}
					return true
				})
			})
		}
	}
	return out
}

func walk(t *testing.T, folder string, look func(*token.FileSet, *ast.File)) {
	t.Helper()
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && strings.HasSuffix(path, ".go") {
			parse(t, path, look)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// parse reads a file that is no test, and belongs to no package that only tests use.
func parse(t *testing.T, path string, look func(*token.FileSet, *ast.File)) {
	t.Helper()
	if strings.HasSuffix(path, "_test.go") || strings.HasSuffix(filepath.Dir(path), "test") {
		return
	}
	set := token.NewFileSet()
	f, err := parser.ParseFile(set, path, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	look(set, f)
}

// reading is a file while it is read.
type reading struct {
	set    *token.FileSet
	said   []message
	strays []stray
	heard  map[ast.Node]bool // literals that go through the catalogues, or need not
}

// listen takes what is said.
func (r *reading) listen(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.CallExpr:
		r.call(n)
	case *ast.CompositeLit:
		r.literal(n)
	case *ast.ValueSpec:
		if strings.HasPrefix(n.Names[0].Name, "why") { // something was refused, for the log of the server
			for _, v := range n.Values {
				r.deaf(v)
			}
		}
	}
	return true
}

func (r *reading) call(c *ast.CallExpr) {
	name := called(c)
	switch {
	case (name == "Say" || name == "Marked") && len(c.Args) > 0:
		r.take(c.Args[0], nil, "")
	case name == "SayAs" && len(c.Args) > 1:
		meaning, _ := constant(c.Args[0])
		r.deaf(c.Args[0])
		r.take(c.Args[1], nil, meaning)
	case name == "Count" && len(c.Args) > 2:
		r.take(c.Args[1], c.Args[2], "")
	case name == "New" || name == "Errorf" || name == "panic" || unheard[name] != "" || isLog(c):
		for _, a := range c.Args {
			r.deaf(a) // errors are read by themselves
		}
	default:
		for _, at := range markers[name] {
			if len(c.Args) > at {
				r.take(c.Args[at], nil, "")
			}
		}
	}
}

func (r *reading) literal(l *ast.CompositeLit) {
	name := ""
	if id, ok := l.Type.(*ast.Ident); ok {
		name = id.Name
	}
	for i, e := range l.Elts {
		kv, isKeyed := e.(*ast.KeyValueExpr)
		if isKeyed {
			if id, ok := kv.Key.(*ast.Ident); ok && slices.Contains(keyed[name], id.Name) {
				r.take(kv.Value, nil, "")
			}
			continue
		}
		if at, ok := fields[name]; ok && at == i {
			r.take(e, nil, "")
		}
	}
}

// take takes a constant, if it is one; what is not has been said elsewhere, or is marked there.
func (r *reading) take(one, many ast.Expr, meaning string) {
	english, ok := constant(one)
	if !ok || english == "" {
		return
	}
	m := message{english: english, meaning: meaning, at: r.set.Position(one.Pos())}
	if many != nil {
		m.many, _ = constant(many)
		r.deaf(many)
	}
	r.said = append(r.said, m)
	r.deaf(one)
}

// deaf stops looking at an expression's literals.
func (r *reading) deaf(e ast.Expr) {
	ast.Inspect(e, func(n ast.Node) bool {
		if l, ok := n.(*ast.BasicLit); ok {
			r.heard[l] = true
		}
		_, function := n.(*ast.FuncLit)
		return !function
	})
}

// phrase is what only people read: two words, or one with a capital.
var phrase = regexp.MustCompile(`[a-z],? [a-z]|^[A-Z][a-z]{2,}`)

// overhear finds what is not said through the catalogues.
func (r *reading) overhear(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.ImportSpec:
		return false
	case *ast.Field:
		if n.Tag != nil {
			r.heard[n.Tag] = true
		}
	case *ast.BasicLit:
		if s, err := strconv.Unquote(n.Value); err == nil && n.Kind == token.STRING && !r.heard[n] && phrase.MatchString(s) {
			r.strays = append(r.strays, stray{s, r.set.Position(n.Pos())})
		}
	}
	return true
}

// called is the name of what is called.
func called(c *ast.CallExpr) string {
	switch f := c.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	default:
		return ""
	}
}

// constant is the text of a literal, or of several that are added up.
func constant(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(e.Value)
		return s, err == nil && e.Kind == token.STRING
	case *ast.BinaryExpr:
		x, okX := constant(e.X)
		y, okY := constant(e.Y)
		return x + y, okX && okY && e.Op == token.ADD
	case *ast.ParenExpr:
		return constant(e.X)
	default:
		return "", false
	}
}

func (m message) String() string {
	entry := fmt.Sprintf("#: %s:%d\n", strings.TrimLeft(m.at.Filename, "./"), m.at.Line)
	if m.meaning != "" {
		entry += fmt.Sprintf("msgctxt %q\n", m.meaning)
	}
	entry += fmt.Sprintf("msgid %q\n", m.english)
	if m.many == "" {
		return entry + "msgstr \"\"\n"
	}
	return entry + fmt.Sprintf("msgid_plural %q\nmsgstr[0] \"\"\nmsgstr[1] \"\"\n", m.many)
}
