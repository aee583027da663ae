package store

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// bbolt panics or faults on a page that became nonsense after Open looked at it.
func TestDamageThatComesLaterIsAnError(t *testing.T) {
	for name, damage := range map[string]func(path string, file []byte) error{
		"cut short": func(path string, _ []byte) error { return os.Truncate(path, int64(page(2))) },
		"nonsense": func(path string, file []byte) error {
			for i := page(2); i < len(file); i++ {
				file[i] ^= 0x55
			}
			return os.WriteFile(path, file, 0o600)
		},
	} {
		t.Run(name, func(t *testing.T) {
			file, _ := sampleFile(t)
			path := filepath.Join(t.TempDir(), "convene.db")
			if err := os.WriteFile(path, file, 0o600); err != nil {
				t.Fatal(err)
			}
			s, err := Open(path)
			if err != nil {
				t.Fatal(err)
			}
			if err := damage(path, file); err != nil {
				t.Fatal(err)
			}
			was := contents(t, path)
			_, loadErr := s.Load(t.Context(), "quiet-heron", 0)
			_, boxErr := s.Box(t.Context(), "brave-otter")
			_, idsErr := s.IDs(t.Context())
			appendErr := s.Append(t.Context(), "quiet-heron", 0)
			for _, err := range []error{loadErr, boxErr, idsErr, appendErr} {
				if !errors.Is(err, ErrDamaged) || !strings.Contains(err.Error(), path) {
					t.Errorf("got %v", err)
				}
			}
			closeStore(t, s)
			if contents(t, path) != was {
				t.Error("the file was changed")
			}
		})
	}
}

func TestAnAppendToPagesOfNonsenseIsAnError(t *testing.T) {
	file, _ := sampleFile(t)
	path := filepath.Join(t.TempDir(), "convene.db")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := page(2); i < len(file); i++ {
		file[i] = 0x55
	}
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	for range 2 { // bbolt would wait for itself the second time
		if err := s.Append(t.Context(), "quiet-heron", 0); !errors.Is(err, ErrDamaged) {
			t.Errorf("got %v", err)
		}
	}
	closeStore(t, s)
}
