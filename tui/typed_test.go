package tui

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A field holds as much as the package comment of workshop says, and what goes beyond is not typed.
func TestWhatIsBeingTypedComesToAnEnd(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join("..", "workshop", "doc.go"))
	if err != nil {
		t.Fatal(err)
	}
	page := strings.ReplaceAll(string(raw), "\n// ", " ")
	if says := fmt.Sprintf("after %d characters", maxTyped); !strings.Contains(page, says) {
		t.Errorf("the package comment does not say %q", says)
	}
	f := newField()
	f.area.SetValue(strings.Repeat("é", maxTyped+1))
	if got := len([]rune(f.area.Value())); got != maxTyped {
		t.Errorf("it holds %d characters, want %d", got, maxTyped)
	}
}
