"""What stands above a picture's table and beside its axes, in both languages."""

from __future__ import annotations

BARS = {"en": ("What", "Value", "Of"), "cy": ("Beth", "Gwerth", "O")}
INTERVALS = {"en": ("What", "Estimate", "Low", "High"), "cy": ("Beth", "Amcangyfrif", "Isaf", "Uchaf")}
FUNNEL = {
    "en": ("Place", "Size", "Rate", "95% low", "95% high", "99.8% low", "99.8% high", "Signal"),
    "cy": ("Lle", "Maint", "Cyfradd", "95% isaf", "95% uchaf", "99.8% isaf", "99.8% uchaf", "Arwydd"),
}
TORNADO = {
    "en": ("Assumption", "At its low", "At its high"),
    "cy": ("Rhagdybiaeth", "Ar ei isaf", "Ar ei uchaf"),
}
