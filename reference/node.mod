TITLE Node of Ranvier for the reference cable

COMMENT
Currents of McIntyre, Richardson and Grill 2002 (bibliography key mcintyre2002mrg), written anew: transient and persistent
sodium, slow potassium (Kv7), leak; and the fast potassium current (Kv1) in the form of their CellML transcription.
Gates: open and close rates in 1/ms; `shift_mv` moves all gates together, as calcium does by screening surface charge.
ENDCOMMENT

NEURON {
  SUFFIX ranvier
  NONSPECIFIC_CURRENT i
  RANGE transient_sodium, persistent_sodium, kv7, kv1, leak, shift_mv
}
UNITS { (mV) = (millivolt) (mA) = (milliamp) (S) = (siemens) }
PARAMETER {
  transient_sodium = 3.0 (S/cm2)
  persistent_sodium = 0.01 (S/cm2)
  kv7 = 0.08 (S/cm2)
  kv1 = 0.02568 (S/cm2)
  leak = 0.007 (S/cm2)
  sodium_mv = 50 (mV)
  potassium_mv = -90 (mV)
  shift_mv = 0 (mV)
  celsius (degC)
  v (mV)
}
STATE { m h p s n }
ASSIGNED {
  i (mA/cm2)
  m_inf h_inf p_inf s_inf n_inf m_tau h_tau p_tau s_tau n_tau
  q_activation q_inactivation q_potassium
}
BREAKPOINT {
  SOLVE gates METHOD cnexp
  i = (transient_sodium*m*m*m*h + persistent_sodium*p*p*p)*(v - sodium_mv) + (kv7*s + kv1*n*n*n*n + leak)*(v - potassium_mv)
}
INITIAL {
  q_activation = 2.2^((celsius - 20)/10)
  q_inactivation = 2.9^((celsius - 20)/10)
  q_potassium = 3^((celsius - 36)/10)
  rates(v)
  m = m_inf  h = h_inf  p = p_inf  s = s_inf  n = n_inf
}
DERIVATIVE gates {
  rates(v)
  m' = (m_inf - m)/m_tau  h' = (h_inf - h)/h_tau  p' = (p_inf - p)/p_tau  s' = (s_inf - s)/s_tau  n' = (n_inf - n)/n_tau
}
FUNCTION linear(x, k) {
  if (fabs(x/k) < 1e-6) { linear = k*(1 + x/k/2) } else { linear = x/(1 - exp(-x/k)) }
}
PROCEDURE rates(v (mV)) { LOCAL open, close, u
  UNITSOFF
  u = v - shift_mv
  open = q_activation*1.86*linear(u + 21.4, 10.3)   close = q_activation*0.086*linear(-(u + 25.7), 9.16)
  m_tau = 1/(open + close)  m_inf = open*m_tau
  open = q_inactivation*0.062*linear(-(u + 114), 11)  close = q_inactivation*2.3/(1 + exp(-(u + 31.8)/13.4))
  h_tau = 1/(open + close)  h_inf = open*h_tau
  open = q_activation*0.01*linear(u + 27, 10.2)     close = q_activation*0.00025*linear(-(u + 34), 10)
  p_tau = 1/(open + close)  p_inf = open*p_tau
  open = q_potassium*0.3/(1 + exp(-(u + 53)/5))       close = q_potassium*0.03/(1 + exp(-(u + 90)))
  s_tau = 1/(open + close)  s_inf = open*s_tau
  open = q_potassium*0.0462*linear(u + 83.2, 1.1)     close = q_potassium*0.0824*linear(-(u + 66), 10.5)
  n_tau = 1/(open + close)  n_inf = open*n_tau
  UNITSON
}
