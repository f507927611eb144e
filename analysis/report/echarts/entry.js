// The parts of ECharts that reports draw with; README.md says how the bundle is made from this.
export {init, getInstanceByDom, version} from 'echarts/core';
import {use} from 'echarts/core';
import {BarChart, CustomChart, GraphChart, HeatmapChart, LineChart, ScatterChart} from 'echarts/charts';
import {
  AriaComponent, DatasetComponent, DataZoomComponent, GridComponent, LegendComponent,
  MarkAreaComponent, MarkLineComponent, TitleComponent, TooltipComponent, VisualMapComponent,
} from 'echarts/components';
import {SVGRenderer} from 'echarts/renderers';

use([
  BarChart, CustomChart, GraphChart, HeatmapChart, LineChart, ScatterChart,
  AriaComponent, DatasetComponent, DataZoomComponent, GridComponent, LegendComponent,
  MarkAreaComponent, MarkLineComponent, TitleComponent, TooltipComponent, VisualMapComponent,
  SVGRenderer,
]);
