package export

import (
	"bytes"
	"testing"

	"pgregory.net/rapid"

	"convene/workshop"
)

var communities = map[string]func() workshop.Community{
	"community": flourishing, "community-founded": founded, "community-french": artisans, "community-nasty": spiteful,
}

func TestPagesOfCommunitiesStayAsTheyWere(t *testing.T) {
	for name, sample := range communities {
		for _, format := range Formats() {
			t.Run(name+format.Ending(), func(t *testing.T) {
				got := pageOf(t, format, sample())
				asItWas(t, name+format.Ending(), got)
				if again := pageOf(t, format, sample()); !bytes.Equal(got, again) {
					t.Error("the same community gave other bytes")
				}
			})
		}
	}
}

func pageOf(t rapid.TB, f Format, c workshop.Community) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := WriteCommunity(&b, f, c); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
