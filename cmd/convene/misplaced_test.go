package main

import (
	"strings"
	"testing"

	"convene/tui/sshd/sshtest"
	"convene/workshop"
)

// What people type in the wrong place is in no log: their seat code as a user name or a workshop's code, a code that is nearly
// right, and a name that is refused.
func TestWhatIsTypedInTheWrongPlaceIsNotLogged(t *testing.T) {
	h := openHall(t)
	_, code := h.facilitator(sshtest.Window{})
	seat := seatCode(t, h.join(code, "Benedikta", sshtest.Window{}))
	for _, user := range []string{seat, strings.ToUpper(seat), plainSeatCode(seat)} {
		if _, errs, status := sshtest.Dial(t, h.address, user).Exec("canvas"); status == 0 {
			t.Errorf("%s leads somewhere: %s", user, errs)
		}
	}
	term := sshtest.Dial(t, h.address, string(code)).Terminal()
	term.See("What shall we call you?")
	term.Type("bene-dikta")
	term.Press("enter")
	term.See("Somebody here has that name")
	term.Press("tab")
	term.See("seat code")
	wrong := otherSeatCode(seat)
	term.Type(wrong)
	term.Press("enter")
	term.See("No seat here has that code")
	asked := sshtest.Dial(t, h.address, "x").Terminal()
	asked.See("code")
	asked.Type(seat)
	asked.Press("enter")
	asked.See("There is no workshop with that code")
	log := strings.ToLower(h.log.String())
	for _, secret := range []string{seat, plainSeatCode(seat), wrong, "benedikta", "bene-dikta"} {
		if strings.Contains(log, secret) {
			t.Errorf("the log says %q:\n%s", secret, log)
		}
	}
	for _, why := range []string{"no seat has that code", "somebody has that name", "no workshop has that code", "user=(private)"} {
		if !strings.Contains(log, why) {
			t.Errorf("the log does not say %q:\n%s", why, log)
		}
	}
	if _, err := h.house.find(t.Context(), workshop.ID(seat)); err == nil {
		t.Error("a seat code is a workshop's code")
	}
}

// otherSeatCode is a seat code with another first letter.
func otherSeatCode(code string) string {
	if code[0] == 'a' {
		return "b" + code[1:]
	}
	return "a" + code[1:]
}
