package export

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"convene/workshop"
)

var update = flag.Bool("update", false, "rewrite the documents in testdata")

var samples = map[string]func() workshop.Canvas{
	"empty": bare, "full": full, "no-leader": noLeader, "consent": consented, "force-field": withForces, "nasty": nasty,
}

func TestDocumentsStayAsTheyWere(t *testing.T) {
	for name, sample := range samples {
		for _, format := range Formats() {
			t.Run(name+format.Ending(), func(t *testing.T) {
				got := written(t, format, sample())
				asItWas(t, name+format.Ending(), got)
				if again := written(t, format, sample()); !bytes.Equal(got, again) {
					t.Error("the same canvas gave other bytes")
				}
			})
		}
	}
}

func written(t rapid.TB, f Format, c workshop.Canvas) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, f, c); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// asItWas compares a document with the one of that name in testdata, which -update rewrites.
func asItWas(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
