// Must compile: an authority's code asks what the papers say.
#include "sim/model/risk/selection.hpp"

bool suspicious(const cordon::Declaration& declared) { return declared.risk_score > 2; }
