package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Two keys that were made for these tests.
const (
	anaKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f"
	benKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIB8eHRwbGhkYFxYVFBMSERAPDg0MCwoJCAcGBQQDAgEA"
)

func TestFacilitatorsAreReadFromAuthorizedKeys(t *testing.T) {
	path := filepath.Join(t.TempDir(), "facilitators.pub")
	page := "# who may\n\n" + anaKey + " ana@laptop\n  " + benKey + "\n"
	if err := os.WriteFile(path, []byte(page), 0o600); err != nil {
		t.Fatal(err)
	}
	names, err := facilitators(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for fingerprint, name := range names {
		if !strings.HasPrefix(fingerprint, "SHA256:") {
			t.Errorf("the fingerprint of %s is %s", name, fingerprint)
		}
		got = append(got, name)
	}
	if diff := cmp.Diff(map[string]bool{"ana": true, "Facilitator": true}, set(got)); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
}

func set(all []string) map[string]bool {
	out := make(map[string]bool)
	for _, s := range all {
		out[s] = true
	}
	return out
}

func TestAFileOfFacilitatorsThatCannotBeReadIsSaid(t *testing.T) {
	for name, page := range map[string]string{
		"line 2":                   anaKey + " ana\nssh-ed25519 nonsense\n",
		"no key":                   "# nobody\n",
		"options (cert-authority)": "cert-authority " + anaKey + " ana\n",
		"more than 1048576 bytes":  anaKey + " ana\n" + strings.Repeat("#", mostFacilitators),
	} {
		path := filepath.Join(t.TempDir(), "facilitators.pub")
		if err := os.WriteFile(path, []byte(page), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := facilitators(t.Context(), path); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := facilitators(t.Context(), filepath.Join(t.TempDir(), "none")); err == nil {
		t.Error("a file that isn't there is taken for one with nobody in it")
	}
	if names, err := facilitators(t.Context(), ""); err != nil || len(names) != 0 {
		t.Errorf("no file at all: %v, %v", names, err)
	}
}
