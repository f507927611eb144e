// Writes a sample report, to be looked at and to be opened by a browser in a test.

#include <cstdlib>
#include <fstream>
#include <iostream>

#include "analysis/report/report.hpp"
#include "tests/analysis/report/sample.hpp"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: write_sample_report FILE VARIANTS\n";
    return 2;
  }
  std::ofstream file(argv[1], std::ios::binary);
  file << cordon::render_report(cordon::sample_comparison(std::atoi(argv[2])));
  return file.good() ? 0 : 1;
}
