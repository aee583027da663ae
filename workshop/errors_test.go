package workshop_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// refusals reads errors.go: each sentinel with its text and its comment.
func refusals(t *testing.T) map[string][2]string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "errors.go", nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	found := make(map[string][2]string)
	for n := range ast.Preorder(file) {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			continue
		}
		call := spec.Values[0].(*ast.CallExpr)
		text, err := strconv.Unquote(call.Args[0].(*ast.BasicLit).Value)
		if err != nil {
			t.Fatal(err)
		}
		found[spec.Names[0].Name] = [2]string{text, spec.Doc.Text()}
	}
	return found
}

// elsewhere are the sentinels with which no command is refused, each with the test that shows where it is returned.
func elsewhere() map[string]string {
	return map[string]string{
		"ErrDamaged": "TestAForgedLogIsDamaged", "ErrNewer": "TestAWorkshopInAnotherLanguageIsOfANewerConvene",
		"ErrHeld": "TestWhatSomebodyCarriesIsTheirs", "ErrUnreadable": "TestALogThatEndsInDamageIsOnlyLookedAt",
	}
}

// tested lists the names that the package's tests hand to ThenRefused, those of the limits, and the names of its tests and of those of the
// room.
func tested(t *testing.T) (refused, tests map[string]bool) {
	t.Helper()
	var files []string
	for _, pattern := range []string{"*_test.go", filepath.Join("room", "*_test.go")} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	refused, tests = make(map[string]bool), make(map[string]bool)
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for n := range ast.Preorder(file) {
			if test, ok := n.(*ast.FuncDecl); ok {
				tests[test.Name.Name] = true
			}
			if row, ok := n.(*ast.BasicLit); ok && name == "limit_test.go" {
				refused[strings.Trim(row.Value, `"`)] = true // each row has a test, and names its sentinel
			}
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) != 1 {
				continue
			}
			method, ok := call.Fun.(*ast.SelectorExpr)
			if arg, isName := call.Args[0].(*ast.Ident); ok && isName && method.Sel.Name == "ThenRefused" {
				refused[arg.Name] = true
			}
		}
	}
	return refused, tests
}

func TestEveryRefusalHasATest(t *testing.T) {
	refused, tests := tested(t)
	all := refusals(t)
	for name := range all {
		if _, other := elsewhere()[name]; !other && !refused[name] {
			t.Errorf("no test ends in ThenRefused(%s)", name)
		}
	}
	for name, test := range elsewhere() {
		if _, known := all[name]; !known || refused[name] || !tests[test] {
			t.Errorf("%s is no sentinel, is a refusal after all, or has no test %s", name, test)
		}
	}
}

// The voice: short, no exclamation marks, no capital letter and no full stop, since the text may stand in a sentence.
func TestRefusalsAreWordedForPeople(t *testing.T) {
	texts := make(map[string]string)
	for name, r := range refusals(t) {
		text, doc := r[0], r[1]
		if !strings.HasPrefix(doc, name+" is returned ") {
			t.Errorf("%s does not say when it is returned: %q", name, doc)
		}
		if strings.ContainsAny(text, "!_") || strings.HasSuffix(text, ".") || unicode.IsUpper(rune(text[0])) || len(text) > 75 {
			t.Errorf("%s says %q", name, text)
		}
		if other, same := texts[text]; same && !(strings.HasSuffix(name, "Long") && strings.HasSuffix(other, "Long")) {
			t.Errorf("%s and %s say the same: %q", name, other, text)
		}
		texts[text] = name
	}
}
