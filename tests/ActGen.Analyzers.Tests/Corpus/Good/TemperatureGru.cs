// Title: Tomorrow's temperature
// Source: Chollet 2017, Deep Learning with Python, section 6.3: the Jena weather data with a GRU
// About: 14 measurements at 120 times, one value
// Expected: none
[Network(120, 14)]
[GRU(32)]
[Dense(1)]
[L1Loss]
public sealed partial class TemperatureGru;
