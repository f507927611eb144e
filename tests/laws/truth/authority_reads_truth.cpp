// Must not compile: an authority's code asks what a shipment hides.
#include "sim/model/trade/shipment.hpp"

bool suspicious(const cordon::Shipment& shipment) { return shipment.illicit(); }
