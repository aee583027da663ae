package store

import (
	"path/filepath"
	"testing"
)

func TestDefaultPath(t *testing.T) {
	for _, c := range []struct{ name, xdg, home, want string }{
		{"the data folder that is set", "/data", "/home/ada", "/data/convene/convene.db"},
		{"else the one in the home folder", "", "/home/ada", "/home/ada/.local/share/convene/convene.db"},
		{"a relative one does not count", "data", "/home/ada", "/home/ada/.local/share/convene/convene.db"},
		{"no home", "", "", ""},
		{"a relative home", "", "ada", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Setenv("XDG_DATA_HOME", c.xdg)
			t.Setenv("HOME", c.home)
			got, err := DefaultPath()
			if got != filepath.FromSlash(c.want) || (err == nil) != (c.want != "") {
				t.Errorf("got %q, %v; want %q", got, err, c.want)
			}
		})
	}
}
