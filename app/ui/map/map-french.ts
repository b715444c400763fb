/** MapLibre's own words. */
export const french = {
  'AttributionControl.ToggleAttribution': 'Montrer les sources',
  'NavigationControl.ZoomIn': 'Zoomer',
  'NavigationControl.ZoomOut': 'Dézoomer',
  'Popup.Close': 'Fermer',
  'Map.Title': 'Carte',
  'CooperativeGesturesHandler.WindowsHelpText': 'Ctrl et la molette pour zoomer',
  'CooperativeGesturesHandler.MacHelpText': '⌘ et la molette pour zoomer',
  'CooperativeGesturesHandler.MobileHelpText': 'Deux doigts pour déplacer la carte',
};
