package main

import (
	"regexp"
	"testing"
)

func TestAPersonIsSomebodyElseInEveryWorkshopAndHouse(t *testing.T) {
	here, there := badge("one secret"), badge("another secret")
	ana := byKey("SHA256:ana")
	same := here.person("brave-otter", ana)
	if again := here.person("brave-otter", byKey("SHA256:ana")); again != same {
		t.Errorf("the same key is %s and then %s", same, again)
	}
	for name, other := range map[string]string{
		"another workshop": string(here.person("calm-fox", ana)),
		"another house":    string(there.person("brave-otter", ana)),
		"another key":      string(here.person("brave-otter", byKey("SHA256:ben"))),
		"the guestbook":    here.guest(ana),
		"a seat code":      string(here.person("brave-otter", bySeatCode("SHA256:ana"))),
	} {
		if other == string(same) {
			t.Errorf("%s has the same identifier", name)
		}
	}
}

func TestASeatCodeCanBeTypedFromPaper(t *testing.T) {
	form := regexp.MustCompile(`^[a-z2-7]{4}-[a-z2-7]{4}-[a-z2-7]{2}$`)
	a, b := newSeatCode(), newSeatCode()
	if !form.MatchString(a) || a == b {
		t.Errorf("seat codes %q and %q", a, b)
	}
	for _, typed := range []string{"olb2-aaaa-zz", "OLB2 AAAA ZZ", "0182aaaazz", " olb2aaaazz\n", "olb2–aaaa–zz"} {
		if bySeatCode(typed) != bySeatCode("olb2-aaaa-zz") {
			t.Errorf("%q is another code than olb2-aaaa-zz: %s", typed, bySeatCode(typed))
		}
	}
}
