// Writes a sample report, to be looked at and to be opened by a browser in a test.

#include <cstdlib>
#include <fstream>
#include <iostream>

#include "analysis/report/report.hpp"
#include "analysis/report/result_page.hpp"
#include "tests/analysis/report/result_sample.hpp"
#include "tests/analysis/report/sample.hpp"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: write_sample_report FILE VARIANTS (0: a page of other results)\n";
    return 2;
  }
  std::ofstream file(argv[1], std::ios::binary);
  const int variants = std::atoi(argv[2]);
  file << (variants == 0 ? cordon::render_page(cordon::sample_page())
                         : cordon::render_report(cordon::sample_comparison(variants)));
  return file.good() ? 0 : 1;
}
